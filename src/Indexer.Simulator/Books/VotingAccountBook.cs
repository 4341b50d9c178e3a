namespace Indexer.Simulator;

/// <summary>What an account has of a voting token, in 10^-18.</summary>
/// <param name="Token">The token.</param>
/// <param name="Account">The account.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Votes">The tokens of all who let it vote for them.</param>
/// <param name="Delegate">Who votes with its tokens; the zero address is nobody.</param>
public sealed record VotingAccountBook(
    EvmAddress Token,
    EvmAddress Account,
    UInt128 Tokens,
    UInt128 Votes,
    EvmAddress Delegate
);
