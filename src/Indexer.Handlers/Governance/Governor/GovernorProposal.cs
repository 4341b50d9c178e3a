using System.Globalization;
using System.Numerics;
using Indexer.Addresses;
using Indexer.Domain;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>A proposal as its contract knows it.</summary>
/// <param name="Contract">The governor.</param>
/// <param name="Number">Its number there: up to 78 digits with OpenZeppelin, a small one with Compound.</param>
internal readonly record struct GovernorProposal(AccountId Contract, BigInteger Number)
{
    private const string Prefix = "governor/";

    /// <summary>Its id in the network.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Contract}/{Number}");

    /// <summary>The proposal with an id; null when it is one of another system.</summary>
    public static GovernorProposal? Of(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) && id.Split('/') is [_, var contract, var number]
            ? new GovernorProposal(
                EvmAddress.Parse(contract),
                BigInteger.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)
            )
            : null;
}
