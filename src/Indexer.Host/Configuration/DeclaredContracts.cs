using Indexer.Addresses;
using Indexer.Evm.Abi;
using Indexer.Handlers;
using Indexer.Handlers.Staking.Declared;

namespace Indexer.Host.Configuration;

/// <summary>Contracts of which the configuration says what is staked in them and what their events mean.</summary>
/// <param name="place">The key of the contracts.</param>
/// <param name="contracts">The contracts of a network, with addresses and roles that are known.</param>
internal sealed class DeclaredContracts(string place, IReadOnlyList<ContractConfiguration> contracts)
{
    /// <summary>Reads them.</summary>
    /// <param name="roles">The roles of all contracts of the network.</param>
    /// <exception cref="ConfigurationException">A declaration is missing, wrong or of no use.</exception>
    public List<DeclaredContract> Read(IReadOnlyCollection<string> roles) =>
        [.. contracts.Select((written, at) => Read(written, $"{place}[{at}]", roles)).OfType<DeclaredContract>()];

    private static DeclaredContract? Read(ContractConfiguration written, string key, IReadOnlyCollection<string> roles)
    {
        var role = written.Role!;
        if (!ContractRoles.IsStaking(role))
        {
            return written is { Stakes: null, Pays: null, Events.Count: 0 }
                ? null
                : throw Wrong(key, $"has stakes, pays or events, which {role} has no use for");
        }

        var stakes =
            written.Stakes
            ?? throw Wrong($"{key}.stakes", "is missing; write pha or vpha, whichever is staked in the contract");
        var pays = written.Pays ?? stakes;
        if ((stakes, pays) != (StakedToken.Pha, StakedToken.Pha) && !roles.Any(ContractRoles.IsVaultShare))
        {
            throw Wrong(
                key,
                "stakes or pays vpha, which no contract of its network is; add the contract of role pha-vault or bridged-vpha"
            );
        }

        return new DeclaredContract
        {
            Address = EvmAddress.Parse(written.Address!),
            Role = role,
            Stakes = stakes,
            Pays = pays,
            Events = Events(written, role, $"{key}.events"),
        };
    }

    private static IReadOnlyList<DeclaredEvent> Events(ContractConfiguration written, string role, string key)
    {
        if (role == ContractRoles.StakingRewards)
        {
            return written.Events.Count == 0
                ? StakingRewards.Events
                : throw Wrong(
                    key,
                    $"are those of Synthetix's StakingRewards; for others write the role {ContractRoles.Declared}"
                );
        }

        var events = written.Events.Select((one, at) => Read(one, $"{key}[{at}]")).ToList();
        if (!events.Exists(one => one.Means == EventMeaning.Stake))
        {
            throw Wrong(key, "has none that means stake, so that nothing would ever be in the contract");
        }

        var topics = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < events.Count; at++)
        {
            if (!topics.Add(AbiEvent.Parse(events[at].Declaration).Signature))
            {
                throw Wrong($"{key}[{at}].event", "is declared a second time");
            }
        }

        return events;
    }

    private static DeclaredEvent Read(DeclaredEventConfiguration written, string key)
    {
        try
        {
            return DeclaredEvent.Of(written.Event, written.Means, written.Account, written.Amount);
        }
        catch (DeclarationException exception)
        {
            throw Wrong($"{key}.{exception.Key}", exception.What);
        }
    }

    private static ConfigurationException Wrong(string key, string what) => new($"{key} {what}.");
}
