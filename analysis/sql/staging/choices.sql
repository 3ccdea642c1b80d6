-- One row per submission that answers a multiple choice: the set of terms it names, and
-- the sets of all terms of the dimensions where it names the whole hub, where it says
-- something we can read, and where it uses words we cannot.
create table staging.choices as
with
    meant as (
        select
            wording.dimension,
            wording.text,
            case when term.in_frame then term.bit else 0 end as named,
            case when term.every_area then dimension.terms else 0 end as everywhere,
            case
                when term.term is not null or wording.is_outside then dimension.terms else 0
            end as readable,
            case
                when term.term is null and not wording.is_no_answer then dimension.terms else 0
            end as unmatched
        from staging.wording as wording
        inner join staging.dimension as dimension using (dimension)
        left join raw.term as term on wording.term = term.term
    )

select
    answer.import,
    answer.row,
    bit_or(meant.named) as named,
    bit_or(meant.everywhere) as everywhere,
    bit_or(meant.readable) as readable,
    bit_or(meant.unmatched) as unmatched
from raw.answer as answer
inner join meant on answer.field = meant.dimension and answer.text = meant.text
group by answer.import, answer.row
