-- What operators are told about sends.

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
