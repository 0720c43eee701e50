"""Every rule that is asked, in the order of the rule catalogue."""

from model.checks import (
    actor_change_without_handover,
    actor_not_used,
    actor_without_contact,
    age_split_ignored,
    assessment_done_twice,
    broken_reference,
    clock_ambiguous,
    consultation_unclear,
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
    isbar_incomplete,
    law_version_out_of_date,
    longer_than_the_law,
    loop_without_exit,
    measure_not_repeated,
    model_referral_missing,
    next_contact_missing,
    ngo_agreement_missing,
    ngo_guidance_not_followed,
    ngo_role_undefined,
    no_access_time,
    no_consent_basis,
    no_coordinator,
    no_end,
    no_need_assessment,
    no_ngo,
    no_owner,
    no_prevention,
    no_start,
    nobody_responsible_while_waiting,
    ping_pong,
    referral_without_criteria,
    referral_without_feedback,
    referral_without_information,
    rejected_referral_without_route,
    required_language_missing,
    responsibility_undefined,
    review_date_missing_or_past,
    sector_missing,
    social_care_limits_missing,
    social_health_link_missing,
    specialist_limits_missing,
    stage_without_actor,
    sum_exceeds_promise,
    therapy_guarantee_missing,
    title_missing_or_repeated,
    too_many_stages,
    transition_age,
    unlabelled_branch,
    unreachable_stage,
    urgent_route_missing,
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
    emergency_text_missing.RULE,  # ACC-07
    required_language_missing.RULE,  # LAN-01
    customer_text_missing.RULE,  # CUS-01
    no_prevention.RULE,  # PRE-01
    end_without_meaning.RULE,  # PRE-04
    no_ngo.RULE,  # NGO-01
    ngo_role_undefined.RULE,  # NGO-02
    ngo_agreement_missing.RULE,  # NGO-03
    no_owner.RULE,  # OWN-01
    review_date_missing_or_past.RULE,  # PUB-03
)
