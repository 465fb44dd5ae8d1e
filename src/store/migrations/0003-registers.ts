/** One table per register. Columns are those of its definition; personal ones hold sealed text. A test holds both equal. */
const COMMON = `
  version integer not null,
  origin text not null check (origin in ('entered', 'import', 'opening')),
  void_reason text,
  void_on date,
  person_key text,
  visibility text not null default 'office' check (visibility in ('public', 'office', 'restricted')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (agency, number),
  check ((void_on is null) = (void_reason is null))`;

export const registers = `
create table requests (
  agency text not null,
  number text not null,
  "received_on" date,
  "confirmed_on" date,
  "channel" text,
  "applicant_kind" text,
  "applicant_name" text,
  "identity_type" text,
  "identity_number" text,
  "contact" text,
  "address" text,
  "agent" text,
  "content" text,
  "form" text,
  "handler" text,
  "clarification_sent_on" date,
  "correct_by" date,
  "corrected_on" date,
  "consultation_sent_on" date,
  "consultation_delivered_on" date,
  "opinion_received_on" date,
  "extended_on" date,
  "extended_days" bigint,
  "fee_noticed_on" date,
  "fee_delivered_on" date,
  "fee_noticed_fen" bigint,
  "fee_paid_on" date,
  "fee_paid_fen" bigint,
  "withdrawn_on" date,
  "answer_signed_on" date,
  "outcome_on" date,
  "outcome" text,
  "letter_number" text,
  "split_from" text,
  "split_on" date,
  "split_reason" text,
  "merged_with" text,
  "reopened_on" date,
  "reopened_note" text,
  "remark" text,
  ${COMMON}
);
create index requests_date on requests (agency, "received_on");
create index requests_person on requests (agency, person_key) where person_key is not null;
create index requests_split_from on requests (agency, "split_from") where "split_from" is not null;
create index requests_merged_with on requests (agency, "merged_with") where "merged_with" is not null;

create table items (
  agency text not null,
  number text not null,
  "title" text,
  "summary" text,
  "formed_on" date,
  "category" text,
  "catalogue" text,
  "document_number" text,
  "maker" text,
  "handler" text,
  "mode" text,
  "village" boolean,
  "reprint" boolean,
  "reviewed_by" text,
  "reviewed_on" date,
  "remark" text,
  ${COMMON}
);
create index items_date on items (agency, "formed_on");

create table publications (
  agency text not null,
  number text not null,
  "item" text,
  "channel" text,
  "on" date,
  "address" text,
  "taken_down_on" date,
  "taken_down_reason" text,
  "remark" text,
  ${COMMON}
);
create index publications_date on publications (agency, "on");
create index publications_item on publications (agency, "item") where "item" is not null;

create table normative_documents (
  agency text not null,
  number text not null,
  "title" text,
  "kind" text,
  "joint_role" text,
  "issued_on" date,
  "promulgated_on" date,
  "effective_on" date,
  "valid_until" date,
  "ended_on" date,
  "ended_how" text,
  "replaced_by" text,
  "legal_review_on" date,
  "filed_on" date,
  "handler" text,
  "item" text,
  "remark" text,
  ${COMMON}
);
create index normative_documents_date on normative_documents (agency, "issued_on");
create index normative_documents_item on normative_documents (agency, "item") where "item" is not null;

create table administrative (
  agency text not null,
  number text not null,
  "licences" bigint,
  "penalties" bigint,
  "coercion" bigint,
  "fees_fen" bigint,
  "refunds_fen" bigint,
  "evidence" text,
  "remark" text,
  ${COMMON}
);

create table remedies (
  agency text not null,
  number text not null,
  "kind" text,
  "case_number" text,
  "organ" text,
  "party" text,
  "related_request" text,
  "filed_on" date,
  "told_on" date,
  "answered_on" date,
  "decided_on" date,
  "result" text,
  "appealed_on" date,
  "final_on" date,
  "final_result" text,
  "remark" text,
  ${COMMON}
);
create index remedies_date on remedies (agency, "filed_on");
create index remedies_person on remedies (agency, person_key) where person_key is not null;
create index remedies_related_request on remedies (agency, "related_request") where "related_request" is not null;

create table tickets (
  agency text not null,
  number text not null,
  "received_on" date,
  "title" text,
  "category" text,
  "caller_name" text,
  "contact" text,
  "unit" text,
  "due_on" date,
  "closed_on" date,
  "reply" text,
  "resolved" boolean,
  "satisfied" boolean,
  "redone_on" date,
  "remark" text,
  ${COMMON}
);
create index tickets_date on tickets (agency, "received_on");
create index tickets_person on tickets (agency, person_key) where person_key is not null;

create table activities (
  agency text not null,
  number text not null,
  "kind" text,
  "on" date,
  "until" date,
  "subject" text,
  "organiser" text,
  "participants" bigint,
  "result" text,
  "about_disclosure" boolean,
  "remark" text,
  ${COMMON}
);
create index activities_date on activities (agency, "on");

create table problems (
  agency text not null,
  number text not null,
  "year" bigint,
  "found_on" date,
  "problem" text,
  "measure" text,
  "carried" boolean,
  "done_on" date,
  "result" text,
  "remark" text,
  ${COMMON}
);
create index problems_date on problems (agency, "found_on");

create table request_events (
  agency text not null,
  number text not null,
  n integer not null,
  on_day date not null,
  kind text not null,
  id text,
  days integer,
  until_day date,
  silence_means text check (silence_means in ('agencyDecides', 'consent')),
  outcome text,
  reason text,
  recorded_at text,
  primary key (agency, number, n),
  foreign key (agency, number) references requests (agency, number)
);
`;
