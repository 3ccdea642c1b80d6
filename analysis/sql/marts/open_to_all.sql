-- One row per offer that says it is open to all, and whether it names a group as well.
create view marts.open_to_all as
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

select offer, names_a_group
from spoken
where says_all
