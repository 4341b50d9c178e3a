namespace Indexer.Ingestion;

/// <summary>A call that the chain had stored and now carried out with success: that of a motion or of a referendum.</summary>
/// <param name="ProposalId">The proposal whose call it is.</param>
/// <param name="Hash">The hash of the call.</param>
public sealed record StoredCall(string ProposalId, string Hash);
