-- One row per answer of an offer that says nothing about a person: its words and
-- where they stood.
create macro questions.answers_of(of_offer) as table
select
    answer.field,
    answer.text,
    term.label as means,
    import.file,
    import.sheet,
    answer.row,
    answer."column",
    answer.position
from marts.offer as offer
inner join raw.import as import on offer.import = import.import
inner join raw.answer as answer on offer.import = answer.import and offer.row = answer.row
left join
    staging.wording as wording
    on answer.field = wording.dimension
    and answer.text = wording.text
left join raw.term as term on wording.term = term.term
where offer.offer_key = of_offer
order by answer."column", answer.position
