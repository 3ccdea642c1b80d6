-- One row per offer of one organisation and entry that said its stage anew, the oldest
-- first: an import's row, or 0 where staff recorded it. `stage_label` is null where the
-- words are not understood.
create macro questions.stages_of(of_organisation) as table
select
    entry.told_at,
    told.entry,
    offer.offer_key,
    stage.label as stage_label,
    import.file,
    told.row
from marts.offer as offer
inner join staging.stage_told as told using (offer_key)
inner join raw.entry as entry using (entry)
left join raw.import as import on told.entry = import.import
left join raw.term as stage on stage.dimension = 'stage' and told.stage = stage.code
where offer.organisation = of_organisation
order by told.entry, offer.offer, told.row
