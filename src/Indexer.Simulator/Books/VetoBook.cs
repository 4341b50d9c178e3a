namespace Indexer.Simulator;

/// <summary>A veto of a member of the technical committee against an external proposal.</summary>
/// <param name="Height">The block.</param>
/// <param name="Who">The member.</param>
/// <param name="ProposalHash">The <c>0x</c> hash of the proposal.</param>
/// <param name="Until">The block from which it may be proposed again.</param>
public sealed record VetoBook(long Height, AccountId Who, string ProposalHash, long Until);
