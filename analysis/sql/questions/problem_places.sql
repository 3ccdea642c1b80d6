-- One row per place where one problem stands, the newest import first. An
-- organisation is
-- named where the row has one, by its newest spelling where the offer counts.
create macro questions.problem_places(of_kind, of_dimension, of_about) as table
select
    coalesce(organisation.name, submission.organisation) as organisation,
    place.text,
    stage.label as stage_label,
    offer.offer_key,
    import.import,
    import.file,
    import.sheet,
    place.row,
    place."column"
from marts.problem as place
inner join raw.import as import on place.import = import.import
left join marts.offer as offer on place.offer = offer.offer
left join marts.organisation as organisation on offer.organisation = organisation.organisation
left join
    staging.submission as submission
    on place.import = submission.import
    and place.row = submission.row
left join raw.term as stage on stage.dimension = 'stage' and offer.stage = stage.code
where (place.kind, place.dimension, place.about) = (of_kind, of_dimension, of_about)
order by import.import desc, place.row, place."column"
