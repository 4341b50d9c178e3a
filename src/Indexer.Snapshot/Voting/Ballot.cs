using System.Numerics;

namespace Indexer.Snapshot;

/// <summary>A valid vote as the tallies count it.</summary>
/// <param name="Weight">Its weight.</param>
/// <param name="Choices">The numbers of the choices that it names, from 1, in the voter's order.</param>
/// <param name="Parts">How it divides its weight over them; empty where the voting type does not divide.</param>
public sealed record Ballot(BigInteger Weight, IReadOnlyList<int> Choices, IReadOnlyList<BigInteger> Parts);
