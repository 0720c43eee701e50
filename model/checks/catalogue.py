"""Every rule that is asked, in the order of the rule catalogue."""

from model.checks import (
    abbreviation_unexplained,
    accessibility_statement_missing,
    actor_change_without_handover,
    actor_not_used,
    actor_without_contact,
    age_split_ignored,
    assessment_done_twice,
    bad_link_text,
    branch_that_never_comes,
    broken_link,
    broken_reference,
    clock_ambiguous,
    consultation_unclear,
    customer_instruction_missing,
    customer_not_told,
    customer_text_missing,
    customer_without_action,
    dead_end,
    decision_with_one_outcome,
    decision_without_no,
    digital_only,
    disconnected_part,
    emergency_text_missing,
    end_without_meaning,
    fee_unknown,
    feedback_missing,
    form_needed_too_early,
    goal_without_metric,
    group_not_multiprofessional,
    hard_to_read,
    internal_tool_in_public,
    isbar_incomplete,
    languages_out_of_step,
    law_version_out_of_date,
    long_sentences,
    longer_than_the_law,
    loop_without_exit,
    marketing_words,
    measure_not_repeated,
    metric_not_measurable,
    metric_period_open,
    model_referral_missing,
    municipality_uncovered,
    name_too_long,
    next_contact_missing,
    ngo_agreement_missing,
    ngo_guidance_not_followed,
    ngo_role_undefined,
    no_access_time,
    no_consent_basis,
    no_coordinator,
    no_developer_customer,
    no_early_identification,
    no_end,
    no_evidence,
    no_follow_up,
    no_goal,
    no_metric,
    no_need_assessment,
    no_ngo,
    no_owner,
    no_prevention,
    no_self_care,
    no_start,
    no_way_back,
    no_way_to_get_help,
    nobody_responsible_while_waiting,
    not_approved,
    note_in_public,
    opening_hours_missing,
    paragraph_too_long,
    passive_voice,
    personal_data_in_public,
    physical_access_unknown,
    picture_without_words,
    ping_pong,
    placeholder_name,
    professional_words,
    ptv_code_invalid,
    referral_need_unsaid,
    referral_without_criteria,
    referral_without_feedback,
    referral_without_information,
    rejected_referral_without_route,
    required_language_missing,
    responsibility_undefined,
    review_date_missing_or_past,
    rights_not_told,
    rollout_missing,
    same_handover_twice,
    sector_missing,
    social_care_limits_missing,
    social_health_link_missing,
    specialist_limits_missing,
    stage_without_actor,
    story_no_longer_follows,
    strong_identification_without_help,
    structured_data_incomplete,
    sum_exceeds_promise,
    summary_too_long,
    target_group_undefined,
    therapy_guarantee_missing,
    title_is_a_code,
    title_missing_or_repeated,
    too_many_stages,
    transition_age,
    translation_identical,
    unlabelled_branch,
    unreachable_stage,
    urgent_route_missing,
    vulnerable_groups_not_considered,
    ways_not_told_apart,
    workshop_without_goal,
)
from model.checks.finding import Rule

CHECKS: tuple[Rule, ...] = (
    no_start.RULE,  # STR-01
    no_end.RULE,  # STR-02
    unreachable_stage.RULE,  # STR-03
    dead_end.RULE,  # STR-04
    unlabelled_branch.RULE,  # STR-05
    decision_with_one_outcome.RULE,  # STR-06
    decision_without_no.RULE,  # STR-07
    loop_without_exit.RULE,  # STR-08
    title_missing_or_repeated.RULE,  # STR-09
    ping_pong.RULE,  # STR-10
    assessment_done_twice.RULE,  # STR-11
    too_many_stages.RULE,  # STR-12
    disconnected_part.RULE,  # STR-13
    broken_reference.RULE,  # STR-14
    branch_that_never_comes.RULE,  # STR-15
    ways_not_told_apart.RULE,  # STR-16
    form_needed_too_early.RULE,  # STR-17
    same_handover_twice.RULE,  # STR-18
    placeholder_name.RULE,  # STR-19
    stage_without_actor.RULE,  # RES-01
    actor_not_used.RULE,  # RES-02
    sector_missing.RULE,  # RES-03
    customer_without_action.RULE,  # RES-04
    nobody_responsible_while_waiting.RULE,  # RES-05
    no_coordinator.RULE,  # RES-06
    actor_without_contact.RULE,  # RES-07
    social_health_link_missing.RULE,  # RES-08
    actor_change_without_handover.RULE,  # HAN-01
    referral_without_criteria.RULE,  # HAN-02
    referral_without_information.RULE,  # HAN-03
    isbar_incomplete.RULE,  # HAN-04
    responsibility_undefined.RULE,  # HAN-05
    consultation_unclear.RULE,  # HAN-06
    referral_without_feedback.RULE,  # HAN-07
    measure_not_repeated.RULE,  # HAN-08
    rejected_referral_without_route.RULE,  # HAN-09
    customer_not_told.RULE,  # HAN-10
    no_consent_basis.RULE,  # HAN-11
    ngo_guidance_not_followed.RULE,  # HAN-12
    transition_age.RULE,  # HAN-13
    model_referral_missing.RULE,  # HAN-14
    no_access_time.RULE,  # TIM-01
    longer_than_the_law.RULE,  # TIM-02
    no_need_assessment.RULE,  # TIM-03
    age_split_ignored.RULE,  # TIM-04
    therapy_guarantee_missing.RULE,  # TIM-05
    specialist_limits_missing.RULE,  # TIM-06
    social_care_limits_missing.RULE,  # TIM-07
    clock_ambiguous.RULE,  # TIM-08
    sum_exceeds_promise.RULE,  # TIM-09
    law_version_out_of_date.RULE,  # TIM-10
    urgent_route_missing.RULE,  # TIM-11
    next_contact_missing.RULE,  # TIM-12
    digital_only.RULE,  # ACC-01
    strong_identification_without_help.RULE,  # ACC-02
    referral_need_unsaid.RULE,  # ACC-03
    opening_hours_missing.RULE,  # ACC-04
    fee_unknown.RULE,  # ACC-05
    municipality_uncovered.RULE,  # ACC-06
    emergency_text_missing.RULE,  # ACC-07
    vulnerable_groups_not_considered.RULE,  # ACC-08
    physical_access_unknown.RULE,  # ACC-09
    required_language_missing.RULE,  # LAN-01
    languages_out_of_step.RULE,  # LAN-02
    translation_identical.RULE,  # LAN-03
    customer_text_missing.RULE,  # CUS-01
    customer_instruction_missing.RULE,  # CUS-02
    no_way_to_get_help.RULE,  # CUS-03
    professional_words.RULE,  # CUS-04
    long_sentences.RULE,  # CUS-05
    passive_voice.RULE,  # CUS-06
    paragraph_too_long.RULE,  # CUS-07
    rights_not_told.RULE,  # CUS-08
    marketing_words.RULE,  # CUS-09
    bad_link_text.RULE,  # CUS-10
    picture_without_words.RULE,  # CUS-11
    hard_to_read.RULE,  # CUS-12
    abbreviation_unexplained.RULE,  # CUS-13
    story_no_longer_follows.RULE,  # CUS-14
    no_prevention.RULE,  # PRE-01
    no_early_identification.RULE,  # PRE-02
    no_self_care.RULE,  # PRE-03
    end_without_meaning.RULE,  # PRE-04
    no_way_back.RULE,  # PRE-05
    no_follow_up.RULE,  # PRE-06
    no_ngo.RULE,  # NGO-01
    ngo_role_undefined.RULE,  # NGO-02
    ngo_agreement_missing.RULE,  # NGO-03
    no_owner.RULE,  # OWN-01
    no_goal.RULE,  # OWN-02
    target_group_undefined.RULE,  # OWN-03
    no_metric.RULE,  # OWN-04
    metric_not_measurable.RULE,  # OWN-05
    goal_without_metric.RULE,  # OWN-06
    metric_period_open.RULE,  # OWN-07
    no_evidence.RULE,  # OWN-08
    group_not_multiprofessional.RULE,  # OWN-09
    no_developer_customer.RULE,  # OWN-10
    rollout_missing.RULE,  # OWN-11
    workshop_without_goal.RULE,  # OWN-12
    summary_too_long.RULE,  # PUB-01
    name_too_long.RULE,  # PUB-02
    review_date_missing_or_past.RULE,  # PUB-03
    not_approved.RULE,  # PUB-04
    broken_link.RULE,  # PUB-05
    feedback_missing.RULE,  # PUB-06
    accessibility_statement_missing.RULE,  # PUB-07
    personal_data_in_public.RULE,  # PUB-08
    ptv_code_invalid.RULE,  # PUB-09
    structured_data_incomplete.RULE,  # PUB-10
    internal_tool_in_public.RULE,  # PUB-11
    title_is_a_code.RULE,  # PUB-12
    note_in_public.RULE,  # PUB-13
)
