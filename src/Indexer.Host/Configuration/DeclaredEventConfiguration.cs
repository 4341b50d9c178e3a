using Indexer.Handlers.Staking.Declared;

namespace Indexer.Host.Configuration;

/// <summary>What an event of a contract means, as it is written in the configuration.</summary>
internal sealed class DeclaredEventConfiguration
{
    /// <summary>The event as declared in Solidity.</summary>
    public string? Event { get; init; }

    /// <summary>stake, unstake, reward, slash or nothing.</summary>
    public EventMeaning? Means { get; init; }

    /// <summary>The parameter with the account, or tx.from for who sent the transaction.</summary>
    public string? Account { get; init; }

    /// <summary>The parameter with the amount.</summary>
    public string? Amount { get; init; }
}
