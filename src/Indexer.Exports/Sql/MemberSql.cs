namespace Indexer.Exports.Sql;

/// <summary>The addresses of a holder as they were known at the end of a period, in SQL: later claims change no statement of before.</summary>
internal static class MemberSql
{
    /// <summary>$1 is any address of the holder, $2 the end of the period.</summary>
    public const string Sql = """
        with recursive link as not materialized (
         select claim_user, account from account_link
         where not_merged is null and claim_user is not null and time < $2
          and not exists (select from account_label where account_label.address = account_link.account)),
        member (address) as (
         select $1::bytea
         union
         select next.address from member
         join lateral (
          select claim_user from link where length(member.address) = 20 and link.account = member.address
          union all
          select substring(member.address from 1 for 20) where length(member.address) = 32) via on true
         join lateral (
          select link.account as address from link where link.claim_user = via.claim_user
          union all
          select account.address from account where account.claim_user = via.claim_user and length(account.address) = 32) next on true)
        select array_agg(address order by address) from member
        """;
}
