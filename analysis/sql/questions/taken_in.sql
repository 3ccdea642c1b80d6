-- One row per submission that an import took in, in the order of its file, and what
-- became of it.
create macro questions.taken_in(of_import) as table
select
    version.row,
    coalesce(organisation.name, version.organisation) as organisation,
    version.organisation as written_as,
    case
        when version.age > 1
        then 'a newer row counts instead'
        when latest.replaced_by is not null
        then 'sent again later; that counts instead'
        else 'stands'
    end as today
from staging.version as version
inner join staging.latest as latest using (offer_key)
left join
    marts.organisation as organisation
    on version.organisation_key = organisation.organisation_key
where version.import = of_import
order by version.row
