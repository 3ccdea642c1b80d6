-- One row per offer as it stands today; resubmitted ones only in their last form. Its
-- sets of terms: those it names; those it claims, which a whole-hub claim adds to; and
-- all terms of the dimensions it leaves unanswered, or answers in unmatched words.
create table marts.offer as
with
    numbered as (
        select
            row_number() over (
                order by organisation.organisation, latest.import, latest.row
            )::integer as offer,
            organisation.organisation,
            latest.offer_key,
            latest.import,
            latest.row
        from staging.latest as latest
        inner join marts.organisation as organisation using (organisation_key)
        where latest.replaced_by is null
    ),

    staged as (
        select
            numbered.*,
            case
                when said.offer_key is not null then said.stage else import.default_stage
            end as stage
        from numbered
        inner join raw.import as import using (import)
        left join staging.stage as said using (offer_key)
    ),

    frame as (select bit_or(terms) as terms from staging.dimension)

select
    staged.offer,
    staged.offer_key,
    staged.organisation,
    submission.kind,
    staged.stage,
    coalesce(term.counts_as, 'nothing') as counts_as,
    coalesce(choices.named, 0) as named,
    coalesce(choices.named | choices.everywhere, 0) as claimed,
    xor(frame.terms, coalesce(choices.readable, 0)) as unanswered,
    coalesce(choices.unmatched, 0) as unmatched,
    staged.import,
    staged.row,
    submission.submitted_at,
    submission.offer_text,
    submission.website,
    submission.reach
from staged
cross join frame
inner join staging.submission as submission using (import, row)
left join
    staging.choices as choices
    on staged.import = choices.import
    and staged.row = choices.row
left join raw.term as term on term.dimension = 'stage' and staged.stage = term.code
