-- One row per offer and wording of its answers in some dimensions that has a meaning:
-- the term it names (null where none), whether it is the whole of the dimension, and
-- whether only the words of a form's own choice tell it.
create macro questions.words_read(of_dimensions) as table
select distinct
    answer.offer,
    answer.dimension,
    wording.wording,
    answer.text,
    case when term.in_frame then term.code end as code,
    term.label as means,
    coalesce(term.every_area, false) as is_everywhere,
    wording.is_by_words
from marts.answer as answer
inner join
    staging.wording as wording
    on answer.dimension = wording.dimension
    and answer.text = wording.text
left join raw.term as term on wording.term = term.term
where
    list_contains(of_dimensions, answer.dimension)
    and (wording.term is not null or wording.is_outside)
order by answer.offer, answer.dimension, wording.wording, answer.text
