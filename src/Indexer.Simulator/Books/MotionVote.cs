namespace Indexer.Simulator;

/// <summary>A vote of a member on a motion.</summary>
/// <param name="Height">The block.</param>
/// <param name="EventIndex">The event.</param>
/// <param name="Member">Who voted.</param>
/// <param name="Aye">Aye or nay.</param>
public sealed record MotionVote(long Height, int EventIndex, AccountId Member, bool Aye);
