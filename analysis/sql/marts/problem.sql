-- One row per problem that stands today and place where it stands. A problem is named
-- by
-- its kind, its dimension and what it is about; `offer` is null where the row is none.
create view marts.problem as
with
    wording as (
        select
            'wording' as kind,
            answer.dimension,
            wording.wording as about,
            answer.text,
            answer.offer,
            answer.import,
            answer.row,
            answer."column"
        from marts.answer as answer
        inner join
            staging.wording as wording
            on answer.dimension = wording.dimension
            and answer.text = wording.text
        where wording.term is null and not wording.is_outside and not wording.is_no_answer
    ),

    silence as (
        select
            case when unanswered.reason = 'blank' then 'blank' else 'not asked' end as kind,
            unanswered.dimension,
            case
                when unanswered.reason = 'blank' then '' else offer.import::varchar
            end as about,
            '' as text,
            offer.offer,
            offer.import,
            offer.row,
            asked."column"
        from marts.unanswered as unanswered
        inner join marts.offer as offer using (offer)
        left join
            raw."column" as asked
            on offer.import = asked.import
            and unanswered.dimension = asked.field
        where offer.counts_as = 'cover' and unanswered.reason <> 'unmatched'
    ),

    unread as (
        select
            case answer.field when 'reach' then 'reach' else 'date' end as kind,
            '' as dimension,
            answer.import::varchar as about,
            answer.text,
            offer.offer,
            answer.import,
            answer.row,
            answer."column"
        from raw.answer as answer
        inner join marts.offer as offer on answer.import = offer.import and answer.row = offer.row
        where
            answer.field in ('reach', 'submitted_at')
            and coalesce(answer.value, '') = ''
            and trim(answer.text) <> ''
    ),

-- The address itself is nobody's business here.
    address as (
        select
            'email' as kind,
            '' as dimension,
            private.import::varchar as about,
            '' as text,
            offer.offer,
            private.import,
            private.row,
            private."column"
        from raw.private as private
        inner join marts.offer as offer on private.import = offer.import and private.row = offer.row
        where
            private.field = 'email'
            and not staging.is_address(private.text)
    ),

    nameless as (
        select
            'no name' as kind,
            '' as dimension,
            aside.import::varchar as about,
            '' as text,
            null::integer as offer,
            aside.import,
            aside.row,
            named."column"
        from raw.set_aside as aside
        left join
            raw."column" as named
            on aside.import = named.import
            and named.field = 'organisation'
        where aside.is_mendable and aside.import not in (select import from marts.repeated)
    ),

    gone as (
        select
            'gone' as kind,
            '' as dimension,
            import::varchar as about,
            '' as text,
            offer,
            import,
            row,
            null::smallint as "column"
        from marts.offer
        where counts_as <> 'nothing' and import in (select import from marts.repeated)
    ),

    sent_again as (
        select
            'sent again' as kind,
            '' as dimension,
            '' as about,
            '' as text,
            null::integer as offer,
            import,
            row,
            null::smallint as "column"
        from staging.latest
        where replaced_by is not null and offer_key not in (select offer_key from staging.mended)
    )

from wording
union all
from silence
union all
from unread
union all
from address
union all
from nameless
union all
from gone
union all
from sent_again
