-- Entries cost less ----------------------------------------------------------------------------------------------------
--
-- What four constraints said of every single entry, the trigger that runs once for a statement says now: an entry belongs
-- to a wallet that is there, in its workspace, and what it corrects is an entry of the same wallet. Entries cannot be
-- changed or removed, so it is enough to look when they are written; and a wallet cannot be removed or renamed any more.

alter table wallet_transactions
  drop constraint wallet_transactions_workspace_id_fkey,
  drop constraint wallet_transactions_wallet_id_fkey,
  drop constraint wallet_transactions_wallet_id_corrects_fkey,
  drop constraint wallet_transactions_wallet_id_id_key;

create function wallets_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a wallet cannot be removed, and neither renamed nor moved' using errcode = 'restrict_violation';
end
$$;
create trigger wallets_not_removed before delete on wallets for each row execute function wallets_stay();
create trigger wallets_not_truncated before truncate on wallets execute function wallets_stay();
create trigger wallets_not_renamed before update of id, workspace_id on wallets
  for each row when (new.id <> old.id or new.workspace_id <> old.workspace_id) execute function wallets_stay();

-- As before, and who an entry belongs to. The look-up of the entry before the first is planned once a session, often
-- while the table is small or believed to be; without sorting, only the index of the numbers answers it in the order it
-- asks for. What an entry corrects is looked up for itself: asked as `exists` the planner may read all entries for it.
create or replace function wallet_transactions_add_up() returns trigger language plpgsql
  set enable_seqscan = off set enable_sort = off set enable_incremental_sort = off as $$
declare
  wrong text;
begin
  select n.wallet_id into wrong
    from (select wallet_id, workspace_id, number, balance, corrects, balance - amount as before,
        lag(number) over ordered as number_before, lag(balance) over ordered as balance_before,
        lag(workspace_id) over ordered as workspace_before, lead(number) over ordered is null as is_last
      from written window ordered as (partition by wallet_id order by number)) n
    where case
        when n.number_before is not null then
          n.number_before <> n.number - 1 or n.balance_before <> n.before or n.workspace_before <> n.workspace_id
        when n.number = 1 then n.before <> 0
        -- No entry right before this one: whatever it says is wrong.
        else (select case when p.number = n.number - 1 then p.balance end from wallet_transactions p
          where p.wallet_id = n.wallet_id and p.number < n.number order by p.number desc limit 1) is distinct from n.before
      end
      or n.is_last and (select w.balance = n.balance and w.entries = n.number and w.workspace_id = n.workspace_id
        from wallets w where w.id = n.wallet_id) is not true
      or n.corrects is not null and (select c.wallet_id from wallet_transactions c where c.id = n.corrects)
        is distinct from n.wallet_id
    limit 1;
  if wrong is not null then
    raise exception 'the entries of % do not add up to its balance', wrong using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;
