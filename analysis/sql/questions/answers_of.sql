-- One row per answer of some offers that says nothing about a person: its words and
-- where they stood.
create macro questions.answers_of(of_offers) as table
select
    offer.offer_key,
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
where list_contains(of_offers, offer.offer_key)
order by offer.offer, answer."column", answer.position
