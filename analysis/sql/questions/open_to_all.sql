-- One row: organisations and offers that say they are open to all, and so cover no
-- focus.
create macro questions.open_to_all() as table
with
    spoken as (
        select
            answer.offer,
            bool_or(not term.in_frame and not term.every_area) as says_all,
            bool_or(term.in_frame) as names_a_group
        from marts.answer as answer
        inner join raw.term as term on answer.term = term.term
        where answer.dimension = 'focus'
        group by answer.offer
    )

select
    count(distinct offer.organisation) filter (offer.counts_as = 'cover')::bigint as partners,
    count(distinct offer.organisation) filter (offer.counts_as = 'enquiry')::bigint as enquiries,
    count(*)::bigint as offers,
    count(*) filter (not spoken.names_a_group)::bigint as offers_naming_no_group
from spoken
inner join marts.offer as offer using (offer)
where spoken.says_all and offer.counts_as <> 'nothing'
