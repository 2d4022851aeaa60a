-- What is asked of every entry, asked once -------------------------------------------------------------------------------
--
-- PostgreSQL reads every check of a table anew, from its text, for each statement that writes to it: for the statement of
-- a debit, which is one row of each table, that was a fifth of the work. What they asked of an entry is asked by the trigger
-- that runs once for a statement, whose plan is kept for the session; entries cannot be changed, so it need not be asked
-- again. A wallet keeps one check, and its currency, which never changes, has a type.

alter table wallet_transactions
  drop constraint wallet_transactions_number_check,
  drop constraint wallet_transactions_type_check,
  drop constraint wallet_transactions_source_check,
  drop constraint wallet_transactions_amount_check,
  drop constraint wallet_transactions_check,
  drop constraint wallet_transactions_check1;

create domain currency_code as text check (value ~ '^[a-z]{3}$');
alter table wallets
  drop constraint wallets_version_check,
  drop constraint wallets_currency_check,
  drop constraint wallets_held_check,
  drop constraint wallets_overdraft_check,
  drop constraint wallets_entries_check,
  alter column currency type currency_code,
  add constraint wallets_not_negative check (least(version - 1, held, overdraft, entries) >= 0);

-- As before, and what kind of entry it is. Numbers begin at one because each follows from the one before it.
create or replace function wallet_transactions_add_up() returns trigger language plpgsql
  set enable_seqscan = off set enable_sort = off set enable_incremental_sort = off set jit = off as $$
declare
  wrong text;
  fits boolean;
begin
  select n.wallet_id, n.fits into wrong, fits
    from (select wallet_id, workspace_id, number, balance, corrects, balance - amount as before,
        coalesce(case type
            when 'debit' then amount < 0
            when 'credit' then amount > 0
            when 'refund' then amount > 0
            when 'adjustment' then amount <> 0
          end, false)
          and source in ('stripe_payment', 'campaign_spend', 'refund', 'manual', 'auto_reload') as fits,
        lag(number) over ordered as number_before, lag(balance) over ordered as balance_before,
        lag(workspace_id) over ordered as workspace_before, lead(number) over ordered is null as is_last
      from written window ordered as (partition by wallet_id order by number)) n
    where not n.fits
      or case
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
  if not fits then
    raise exception 'an entry of % has no type or source that there is, or not the sign of its type', wrong
      using errcode = 'check_violation';
  end if;
  if wrong is not null then
    raise exception 'the entries of % do not add up to its balance', wrong using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;
