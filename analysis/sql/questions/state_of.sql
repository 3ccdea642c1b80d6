-- One truth, not a relation: the state of a cell by its counts.
create macro questions.state_of(with_reason, with_partners, with_target, with_enquiries, with_unsure) as case
    when with_reason is not null
    then 'not-applicable'
    when with_partners >= with_target
    then 'covered'
    when with_partners > 0
    then 'fragile'
    when with_enquiries > 0
    then 'waiting'
    when with_unsure > 0
    then 'unknown'
    else 'gap'
end
