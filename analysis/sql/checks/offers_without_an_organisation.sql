-- One row per submission that was taken in and belongs to no organisation.
select answer.import, answer.row
from raw.answer as answer
left join staging.submission as submission using (import, row)
where submission.organisation_key is null
group by answer.import, answer.row
