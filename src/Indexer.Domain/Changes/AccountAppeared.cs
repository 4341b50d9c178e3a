namespace Indexer.Domain;

/// <summary>Names an account that no ledger row of the event names; those that rows and pools name appear by themselves.</summary>
/// <param name="Account">The account.</param>
public sealed record AccountAppeared(AccountId Account) : Change;
