using System.Buffers;
using Indexer.Domain;
using Indexer.Evm;
using Indexer.Ingestion;

namespace Indexer.Host.Configuration;

/// <summary>Turns a network as written into the settings of its ingestion, and says what is wrong with it.</summary>
/// <param name="name">Name of the network.</param>
/// <param name="written">The network as written.</param>
internal sealed class NetworkSettingsReader(string name, NetworkConfiguration written)
{
    private const int HashBytes = 32;

    /// <summary>The settings.</summary>
    /// <param name="roles">Roles that contracts may have.</param>
    /// <exception cref="ConfigurationException">A value is missing or wrong.</exception>
    public NetworkSettings Read(IReadOnlyList<string> roles)
    {
        var kind = written.Kind ?? throw Wrong("kind", "is missing; write substrate or evm");
        if (kind == NetworkKind.Snapshot)
        {
            throw Wrong("kind", "snapshot is not supported by this version");
        }

        var defaults = new NetworkSettings
        {
            Name = name,
            Kind = kind,
            Endpoints = Endpoints(kind),
        };
        var start = written.StartBlock ?? FirstContract() ?? 0;
        if (start < 0 || written.LastBlock < start)
        {
            throw Wrong("lastBlock", $"{written.LastBlock} is before startBlock {start}");
        }

        return defaults with
        {
            GenesisHash = GenesisHash(),
            ChainId = written.ChainId,
            StartBlock = start,
            LastBlock = written.LastBlock,
            Contracts = Contracts(kind, roles),
            Parallelism = Positive("parallelism", written.Parallelism) ?? defaults.Parallelism,
            SegmentBlocks =
                Positive("segmentBlocks", written.SegmentBlocks)
                ?? (kind == NetworkKind.Evm ? 10_000 : defaults.SegmentBlocks),
            PollInterval = Positive("pollMilliseconds", written.PollMilliseconds) is { } milliseconds
                ? TimeSpan.FromMilliseconds(milliseconds)
                : defaults.PollInterval,
        };
    }

    private List<Uri> Endpoints(NetworkKind kind)
    {
        string[] schemes = kind == NetworkKind.Evm ? ["http", "https"] : ["http", "https", "ws", "wss"];
        if (written.Endpoints.Count == 0)
        {
            throw Wrong("endpoints", $"is empty; write at least one {string.Join(", ", schemes)} address");
        }

        return
        [
            .. written.Endpoints.Select(endpoint =>
                Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
                && schemes.Contains(uri.Scheme, StringComparer.Ordinal)
                    ? uri
                    : throw Wrong("endpoints", $"has '{endpoint}', which is no {string.Join(", ", schemes)} address")
            ),
        ];
    }

    private byte[]? GenesisHash()
    {
        if (written.GenesisHash is not { } text)
        {
            return null;
        }

        var hash = new byte[HashBytes];
        var isHash =
            text.Length == 2 + (2 * HashBytes)
            && text.StartsWith("0x", StringComparison.Ordinal)
            && Convert.FromHexString(text.AsSpan(2), hash, out _, out _) == OperationStatus.Done;
        return isHash ? hash : throw Wrong("genesisHash", $"'{text}' is not 0x and 64 hexadecimal digits");
    }

    private Dictionary<AccountId, string> Contracts(NetworkKind kind, IReadOnlyList<string> roles)
    {
        if (kind == NetworkKind.Evm && written.Contracts.Count == 0)
        {
            throw Wrong(
                "contracts",
                $"is empty; write at least one with a role ({string.Join(", ", roles)}) and an address"
            );
        }

        var contracts = new Dictionary<AccountId, string>();
        foreach (var contract in written.Contracts)
        {
            if (contract.Role is not { } role || !roles.Contains(role, StringComparer.Ordinal))
            {
                throw Wrong(
                    "contracts",
                    $"has the unknown role '{contract.Role}'; known are {string.Join(", ", roles)}"
                );
            }

            if (!EvmAddress.TryParse(contract.Address, out var address))
            {
                throw Wrong("contracts", $"has '{contract.Address}' for {role}, which is no EVM address");
            }

            if (!contracts.TryAdd(address, role))
            {
                throw Wrong("contracts", $"names {contract.Address} twice");
            }
        }

        return contracts;
    }

    private long? FirstContract() => written.Contracts.Min(contract => contract.StartBlock);

    private int? Positive(string key, int? value) =>
        value is <= 0 ? throw Wrong(key, $"is {value}; write a positive number") : value;

    private ConfigurationException Wrong(string key, string what) => new($"networks.{name}.{key} {what}.");
}
