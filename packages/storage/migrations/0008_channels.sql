-- What operators are told about sends, and what is let go of what vendors told.

-- That the outcome of sends has been unknown for long. One alert gathers what comes to it until somebody has seen it or
-- nothing of it is unknown any more; the next is a new one.
create table send_alerts (
  id text primary key,
  workspace_id text not null references workspaces (id),
  created_at timestamptz not null,
  acknowledged_by text,
  acknowledged_at timestamptz,
  resolved_at timestamptz
);
create unique index send_alerts_open on send_alerts (workspace_id)
  where acknowledged_at is null and resolved_at is null;
create index send_alerts_unresolved on send_alerts (id) where resolved_at is null;
create index send_alerts_by_time on send_alerts (workspace_id, created_at desc, id desc);

-- Each time that a send was told of: since when its outcome was unknown tells one time from the next.
create table send_alert_sends (
  send_id text not null references sends (id),
  since timestamptz not null,
  alert_id text not null references send_alerts (id),
  primary key (send_id, since)
);
create index send_alert_sends_of_alert on send_alert_sends (alert_id, since, send_id);

-- Notices that were acted on, by when: first those that no decision reads again, then those that one does.
create index notices_done on notices (settled_at)
  where settled_at is not null and not (keyword is not null or kind in ('bounced_soft', 'delivered'));
create index notices_done_read on notices (settled_at)
  where settled_at is not null and (keyword is not null or kind in ('bounced_soft', 'delivered'));

-- Double opt-in -------------------------------------------------------------------------------------------------

-- Consents that became pending, written by the turn that recorded them: each is to be confirmed, where its workspace
-- asks for that.
create table confirmations (
  consent_id text primary key,
  workspace_id text not null references workspaces (id),
  person_id text not null,
  channel text not null,
  created_at timestamptz not null,
  next_try_at timestamptz not null,
  attempts integer not null default 0,
  settled_at timestamptz,
  outcome text
);
create index confirmations_open on confirmations (next_try_at) where settled_at is null;
create index confirmations_of_person on confirmations (person_id, channel) where outcome = 'asked';
