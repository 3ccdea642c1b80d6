-- One row per choice in an offer's answers, with what it means and where it stood.
create view marts.answer as
select
    offer.offer,
    answer.field as dimension,
    answer.import,
    answer.row,
    answer.column,
    answer.position,
    answer.text,
    wording.term,
    wording.code,
    wording.is_outside,
    wording.is_no_answer
from raw.answer as answer
inner join
    staging.wording as wording
    on answer.field = wording.dimension
    and answer.text = wording.text
inner join marts.offer as offer on answer.import = offer.import and answer.row = offer.row
