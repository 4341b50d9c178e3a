using System.Buffers;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Handlers;
using Indexer.Ingestion;
using Indexer.JsonRpc;
using Indexer.Storage;

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
        var kind = written.Kind ?? throw Wrong("kind", "is missing; write substrate, evm or snapshot");
        var defaults = new NetworkSettings
        {
            Name = name,
            Kind = kind,
            Endpoints = Endpoints(kind),
        };
        var initial = InitialState(kind);
        var start = written.StartBlock ?? initial?.Head.Block.Height + 1 ?? FirstContract() ?? 0;
        if (start < 0 || written.LastBlock < start)
        {
            throw Wrong("lastBlock", $"{written.LastBlock} is before startBlock {start}");
        }

        var contracts = Contracts(kind, roles);
        var declared = new DeclaredContracts($"networks.{name}.contracts", written.Contracts).Read(contracts.Values);
        return defaults with
        {
            GenesisHash = GenesisHash(),
            ChainId = written.ChainId,
            L1 = L1(kind),
            Space = Space(kind),
            ApiKey = ApiKey(),
            RequestsPerMinute = Positive("requestsPerMinute", written.RequestsPerMinute) ?? defaults.RequestsPerMinute,
            StartBlock = start,
            InitialState = initial,
            LastBlock = written.LastBlock,
            MigrationLegs = MigrationLegs(kind, defaults.MigrationLegs),
            Contracts = contracts.ToDictionary(
                contract => contract.Key,
                contract => declared.Find(one => one.Address == contract.Key)?.Key ?? contract.Value
            ),
            Handlers = declared.Count == 0 ? null : HandlerCatalog.EvmWith(declared),
            Labels = Labels(kind, contracts),
            BlockTime = Positive("blockMilliseconds", written.BlockMilliseconds) is { } between
                ? TimeSpan.FromMilliseconds(between)
                : defaults.BlockTime,
            VerifyReceipts = VerifyReceipts(kind),
            Parallelism = Positive("parallelism", written.Parallelism) ?? defaults.Parallelism,
            SegmentBlocks =
                Positive("segmentBlocks", written.SegmentBlocks)
                ?? (kind == NetworkKind.Evm ? 10_000 : defaults.SegmentBlocks),
            PollInterval = Positive("pollMilliseconds", written.PollMilliseconds) is { } milliseconds
                ? TimeSpan.FromMilliseconds(milliseconds)
                : PollInterval(kind, defaults),
        };
    }

    private List<Endpoint> Endpoints(NetworkKind kind)
    {
        string[] schemes = kind == NetworkKind.Substrate ? ["http", "https", "ws", "wss"] : ["http", "https"];
        if (written.Endpoints.Count == 0)
        {
            throw Wrong("endpoints", $"is empty; write at least one {string.Join(", ", schemes)} address");
        }

        return
        [
            .. written.Endpoints.Select(
                (text, at) =>
                    Uri.TryCreate(text, UriKind.Absolute, out var uri)
                    && schemes.Contains(uri.Scheme, StringComparer.Ordinal)
                        ? new Endpoint(uri)
                        // The text may hold a key.
                        : throw Wrong($"endpoints[{at}]", $"is no {string.Join(", ", schemes)} address")
            ),
        ];
    }

    /// <summary>People vote in days and the hub counts requests: a minute between two looks is soon enough.</summary>
    private static TimeSpan PollInterval(NetworkKind kind, NetworkSettings defaults) =>
        kind == NetworkKind.Snapshot ? TimeSpan.FromMinutes(1) : defaults.PollInterval;

    private string? Space(NetworkKind kind)
    {
        if (kind != NetworkKind.Snapshot)
        {
            return written.Space is null ? null : throw Wrong("space", "is for networks of kind snapshot only");
        }

        if (written.StartBlock is not null || written.LastBlock is not null)
        {
            throw Wrong("startBlock and lastBlock", "have no meaning for a space; leave them out");
        }

        return string.IsNullOrWhiteSpace(written.Space)
            ? throw Wrong("space", "is missing; write the id of a Snapshot space, for example phala-network.eth")
            : written.Space;
    }

    private IReadOnlyDictionary<MigrationEntryKind, MigrationLeg> MigrationLegs(
        NetworkKind kind,
        IReadOnlyDictionary<MigrationEntryKind, MigrationLeg> documented
    )
    {
        if (written.Migration is not { } sides)
        {
            return documented;
        }

        if (kind != NetworkKind.Substrate)
        {
            throw Wrong("migration", "is for networks of kind substrate only");
        }

        var legs = documented.ToDictionary();
        var set = new HashSet<MigrationEntryKind>();
        Put("free", sides.Free, MigrationLeg.Free);
        Put("staked", sides.Staked, MigrationLeg.Staked);
        return legs;

        void Put(string key, List<string> names, MigrationLeg leg)
        {
            foreach (var text in names)
            {
                var known = EnumText.All<MigrationEntryKind>();
                if (!known.Contains(text, StringComparer.OrdinalIgnoreCase))
                {
                    throw Wrong($"migration.{key}", $"has '{text}'; known are {string.Join(", ", known)}");
                }

                var form = EnumText.Parse<MigrationEntryKind>(text);
                if (!set.Add(form))
                {
                    throw Wrong($"migration.{key}", $"names {text} a second time; a form is expected on one side");
                }

                legs[form] = leg;
            }
        }
    }

    /// <summary>The initial state, once it is known to be whole and to fit the network.</summary>
    private InitialStateFile? InitialState(NetworkKind kind)
    {
        if (written.InitialState is not { } path)
        {
            return null;
        }

        if (kind != NetworkKind.Substrate)
        {
            throw Wrong("initialState", "is for networks of kind substrate only");
        }

        try
        {
            var file = InitialStateFile.Open(path);
            var (network, block) = (file.Head.Network, file.Head.Block);
            if (network != name)
            {
                throw Wrong("initialState", $"is {path}, a state of network {network}; write one of {name}");
            }

            if (written.StartBlock is { } first && first != block.Height + 1)
            {
                throw Wrong(
                    "startBlock",
                    $"is {first}, but initialState is the state after block {block.Height}; write {block.Height + 1}, or leave startBlock out"
                );
            }

            _ = InitialStateSummary.Of(file);
            return file;
        }
        catch (InitialStateException problem)
        {
            throw Wrong("initialState", $"cannot be used: {problem.Message.TrimEnd('.')}");
        }
    }

    private string? L1(NetworkKind kind) =>
        written.L1 is null ? null
        : kind != NetworkKind.Evm ? throw Wrong("l1", "is for networks of kind evm only")
        : string.IsNullOrWhiteSpace(written.L1) || written.L1 == name
            ? throw Wrong(
                "l1",
                $"is '{written.L1}'; write the name of the network on which this one settles, or leave it out"
            )
        : written.L1;

    private bool VerifyReceipts(NetworkKind kind) =>
        written.VerifyReceipts is null || kind == NetworkKind.Evm
            ? written.VerifyReceipts ?? false
            : throw Wrong("verifyReceipts", "is for networks of kind evm only");

    /// <summary>A key travels in a header, which holds visible ASCII only.</summary>
    private Secret? ApiKey() =>
        written.ApiKey?.Reveal() is not { Length: > 0 } key ? null
        : key.All(letter => letter is > ' ' and <= '~') ? written.ApiKey
        : throw Wrong("apiKey", "has characters that a key cannot have");

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

    /// <summary>The labels as written, and of contracts without one that of their role.</summary>
    private List<AccountLabel> Labels(NetworkKind kind, Dictionary<AccountId, string> contracts)
    {
        var labels = ContractLabels.Of(name, contracts).ToDictionary(label => label.Address);
        var named = new HashSet<AccountId>();
        for (var at = 0; at < written.Labels.Count; at++)
        {
            var (key, label) = ($"labels[{at}]", written.Labels[at]);
            var address = AddressOf(kind, $"{key}.address", label.Address);
            if (!named.Add(address))
            {
                throw Wrong($"{key}.address", $"'{label.Address}' has a label already");
            }

            labels[address] = new AccountLabel
            {
                Network = name,
                Address = address,
                Name = string.IsNullOrWhiteSpace(label.Name)
                    ? throw Wrong($"{key}.name", "is missing; write what people call the account")
                    : label.Name.Trim(),
                Kind =
                    label.Kind
                    ?? throw Wrong(
                        $"{key}.kind",
                        $"is missing; write {string.Join(", ", Enum.GetNames<AccountLabelKind>().Select(word => word.ToLowerInvariant()))}"
                    ),
            };
        }

        return [.. labels.Values];
    }

    private AccountId AddressOf(NetworkKind kind, string key, string? text)
    {
        if (kind == NetworkKind.Evm)
        {
            return EvmAddress.TryParse(text, out var address)
                ? address
                : throw Wrong(key, $"is '{text}', which is no EVM address");
        }

        try
        {
            return kind == NetworkKind.Substrate && AccountText.Parse(text ?? "") is { IsSubstrate: true } account
                ? account
                : throw Wrong(
                    key,
                    $"is '{text}', which is no account of a {kind.ToString().ToLowerInvariant()} network"
                );
        }
        catch (FormatException exception)
        {
            throw Wrong(key, $"is '{text}': {exception.Message.TrimEnd('.')}");
        }
    }

    private long? FirstContract() => written.Contracts.Min(contract => contract.StartBlock);

    private int? Positive(string key, int? value) =>
        value is <= 0 ? throw Wrong(key, $"is {value}; write a positive number") : value;

    private ConfigurationException Wrong(string key, string what) => new($"networks.{name}.{key} {what}.");
}
