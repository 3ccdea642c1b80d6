-- One row per wording that an import uses, by dimension, with what it means and the
-- import's submissions that use it; first those that mean nothing we know.
create macro questions.wordings(of_import) as table
select
    wording.dimension,
    wording.wording,
    any_value(wording.text) as text,
    any_value(term.label) as means,
    bool_or(wording.is_outside) as is_outside,
    bool_or(wording.is_no_answer) as is_no_answer,
    bool_or(wording.is_by_words) as is_by_words,
    bool_or(decision.means is not null) as is_decided,
    count(distinct answer.row)::bigint as offers
from raw.answer as answer
inner join
    staging.wording as wording
    on answer.field = wording.dimension
    and answer.text = wording.text
left join raw.term as term on wording.term = term.term
left join
    raw.decision as decision
    on wording.dimension = decision.dimension
    and wording.wording = decision.wording
where answer.import = of_import
group by wording.dimension, wording.wording
order by
    any_value(term.label) is not null or bool_or(wording.is_outside or wording.is_no_answer),
    wording.dimension,
    offers desc,
    wording.wording
