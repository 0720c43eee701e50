"""Code lists: the closed sets of values that fields of records take.

Sources are named per list; lists without one are this project's own. Names for people are in
`model.codes.names`, dated legal limits in `model.codes.time_limits`, PTV's lists in
`model.codes.ptv`.
"""

from enum import StrEnum


class Sector(StrEnum):
    """Who an actor is in the service system; decides a lane's colour and icon."""

    CUSTOMER = "customer"
    CLOSE_ONE = "close_one"
    PRIMARY = "primary"
    SPECIALIST = "specialist"
    SOCIAL = "social"
    NGO = "ngo"
    MUNICIPALITY = "municipality"
    SCHOOL = "school"
    PHARMACY = "pharmacy"
    OCCUPATIONAL_HEALTH = "occupational_health"
    PRIVATE = "private"
    PARISH = "parish"
    NATIONAL_DIGITAL = "national_digital"


class StageKind(StrEnum):
    """What a stage is for the customer (after FHIR CPG's common pathway)."""

    PREVENTION = "prevention"
    SELF_CARE = "self_care"
    CONTACT = "contact"
    NEED_ASSESSMENT = "need_assessment"
    EXAMINATION = "examination"
    DECISION = "decision"
    TREATMENT_SERVICE = "treatment_service"
    GUIDANCE = "guidance"
    GROUP = "group"
    REHABILITATION = "rehabilitation"
    NGO_SUPPORT = "ngo_support"
    JOINT_PLANNING = "joint_planning"
    FOLLOW_UP = "follow_up"
    TRANSITION = "transition"
    EMERGENCY = "emergency"
    END = "end"
    WAIT = "wait"


class PhaseKind(StrEnum):
    """Sections of the arc from prevention to the end of the need (Kainuu's generic model)."""

    PREVENTION = "prevention"
    IDENTIFICATION = "identification"
    CONTACT = "contact"
    ASSESSMENT = "assessment"
    CARE = "care"
    FOLLOW_UP = "follow_up"
    TRANSITION = "transition"
    END = "end"


class ChannelKind(StrEnum):
    """Service channels (after PTV's five kinds, told apart as customers meet them)."""

    PHONE = "phone"
    ON_SITE = "onsite"
    HOME_VISIT = "home_visit"
    MOBILE_UNIT = "mobile_unit"
    PAPER = "paper"
    REMOTE = "remote"
    CHAT = "chat"
    CHATBOT = "chatbot"
    WEB_FORM = "web_form"
    MESSAGE = "message"
    WEB_PAGE = "web_page"


class ContactKind(StrEnum):
    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    VISITING_ADDRESS = "visiting_address"
    POSTAL_ADDRESS = "postal_address"


class OmasoteFunction(StrEnum):
    """The seven functions that Kainuu's Omasote gives to a stage."""

    FORMS = "forms"
    MESSAGING = "messaging"
    HOME_MONITORING = "home_monitoring"
    REMOTE_APPOINTMENT = "remote_appointment"
    TIMED_TASKS = "timed_tasks"
    LAB_RESULTS = "lab_results"
    APPOINTMENT_TIMES = "appointment_times"


class Flow(StrEnum):
    """How the ways out of one stage relate (BPMN: exclusive, parallel, conditional flow)."""

    ALTERNATIVE = "alternative"
    PARALLEL = "parallel"
    OPTIONAL = "optional"


class HandoverKind(StrEnum):
    REFERRAL = "referral"
    CONSULTATION = "consultation"
    RESPONSIBILITY_TRANSFER = "responsibility_transfer"
    GUIDANCE = "guidance"
    WARM_HANDOVER = "warm_handover"
    CARE_FEEDBACK = "care_feedback"
    SELF_REFERRAL = "self_referral"
    SHARED_CARE = "shared_care"
    DISCHARGE = "discharge"


class OutcomeKind(StrEnum):
    """What a way out of a decision means for the customer."""

    ACCEPTED = "accepted"
    NOT_ELIGIBLE = "not_eligible"
    NOT_NEEDED = "not_needed"
    REFUSED = "refused"
    WORRY_GROWS = "worry_grows"


class Medium(StrEnum):
    """By what a handover's information travels."""

    KANTA = "kanta"
    PATIENT_RECORD = "patient_record"
    CLIENT_RECORD = "client_record"
    PHONE = "phone"
    PAPER = "paper"
    NETWORK_MEETING = "network_meeting"
    OMASOTE_MESSAGE = "omasote_message"
    SUOMI_FI_MESSAGE = "suomi_fi_message"
    IN_PERSON = "in_person"


class ConsentBasis(StrEnum):
    """On what ground information crosses from one register to another."""

    LAW = "law"
    CONSENT = "consent"
    PERMISSION = "permission"
    CUSTOMER_CARRIES = "customer_carries"
    NO_PERSONAL_DATA = "no_personal_data"


class IsbarPart(StrEnum):
    IDENTIFY = "identify"
    SITUATION = "situation"
    BACKGROUND = "background"
    ASSESSMENT = "assessment"
    RECOMMENDATION = "recommendation"


class Participation(StrEnum):
    """An actor's part in a stage that another answers for (RACI without the A)."""

    TAKES_PART = "takes_part"
    SUPPORTS = "supports"
    CONSULTED = "consulted"
    INFORMED = "informed"


class TimeBasis(StrEnum):
    LAW = "law"
    COUNTY_GOAL = "county_goal"
    PATHWAY_GOAL = "pathway_goal"
    AGREEMENT = "agreement"
    CARE_PLAN = "care_plan"


class FeeKind(StrEnum):
    FREE = "free"
    CLIENT_FEE = "client_fee"
    VOUCHER = "voucher"
    OTHER = "other"


class ProviderKind(StrEnum):
    """How a service is produced (PTV: provision type)."""

    OWN = "own"
    BOUGHT = "bought"
    VOUCHER = "voucher"
    OTHER = "other"


class AgreementKind(StrEnum):
    CONTRACT = "contract"
    PURCHASE = "purchase"
    GRANT = "grant"
    COOPERATION = "cooperation"
    VOLUNTARY = "voluntary"


class Confirmation(StrEnum):
    """How sure the workgroup is of a stage."""

    ASSUMED = "assumed"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"


class PathwayStatus(StrEnum):
    """FHIR PublicationStatus, told apart as counties do."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class PathwayView(StrEnum):
    """Whether the board shows how things are or how they are meant to be."""

    CURRENT = "current"
    TARGET = "target"


class RelatedArtifactKind(StrEnum):
    LAW = "law"
    GUIDELINE = "guideline"
    METHOD = "method"
    EVIDENCE = "evidence"
    TRAINING = "training"


class SelectionReason(StrEnum):
    """Why this pathway was taken up (the hospital districts' topic criteria, Kainuu's added)."""

    PUBLIC_HEALTH = "public_health"
    DIFFICULT_INTERFACES = "difficult_interfaces"
    VARYING_PRACTICE = "varying_practice"
    COST = "cost"
    MANY_CONTACTS = "many_contacts"
    COOPERATION_PROBLEMS = "cooperation_problems"
    WISH_TO_CHANGE = "wish_to_change"
    MORBIDITY = "morbidity"
    SOCIOECONOMIC_DIFFERENCES = "socioeconomic_differences"


class VulnerableGroup(StrEnum):
    INTERPRETER = "interpreter"
    MOBILITY = "mobility"
    COGNITION = "cognition"
    NO_BANK_CODES = "no_bank_codes"
    NO_FIXED_ADDRESS = "no_fixed_address"
    OTHER = "other"


class MetricKind(StrEnum):
    PROCESS = "process"
    OUTCOME = "outcome"
    EXPERIENCE = "experience"


class MeasurePoint(StrEnum):
    """When in the pathway a form or measure is used."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class GroupKind(StrEnum):
    """How a group of people takes part in the co-design."""

    WORKING_GROUP = "working_group"
    DEVELOPER_CUSTOMERS = "developer_customers"
    EXPERIENCE_EXPERTS = "experience_experts"
    CLOSE_ONES = "close_ones"
    STAKEHOLDERS = "stakeholders"


class HeardBy(StrEnum):
    """By what means a group's view was heard."""

    WORKSHOP = "workshop"
    INTERVIEW = "interview"
    SURVEY = "survey"
    PILOT = "pilot"


class WorkshopKind(StrEnum):
    """What a workshop is for: the four large ones in turn, and small groups between them."""

    CURRENT_STATE = "current_state"
    TARGET_PATHWAY = "target_pathway"
    HANDOVERS = "handovers"
    AGREEMENT = "agreement"
    SMALL_GROUP = "small_group"


class NoteKind(StrEnum):
    QUESTION = "question"
    IDEA = "idea"
    RISK = "risk"
    PROBLEM = "problem"
    DECISION = "decision"
    CUSTOMER_WORDS = "customer_words"


class Severity(StrEnum):
    """How heavy a finding is; `OFF` says that a profile does not ask."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"
