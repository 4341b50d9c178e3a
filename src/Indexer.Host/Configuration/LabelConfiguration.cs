using Indexer.Domain;

namespace Indexer.Host.Configuration;

/// <summary>What an account is known as, as it is written in the configuration.</summary>
internal sealed class LabelConfiguration
{
    /// <summary>The account: 0x-hex, or SS58 on Substrate networks.</summary>
    public string? Address { get; init; }

    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>bridge, claimer, vault, token, governance, exchange, pool, treasury or other.</summary>
    public AccountLabelKind? Kind { get; init; }
}
