using Indexer.Evm;
using Indexer.Evm.Abi;

namespace Indexer.Ingestion;

/// <summary>All handlers of contract events, by role and event.</summary>
public sealed class EvmHandlers
{
    private readonly ILookup<(string Role, string Topic), EvmHandler> handlers;
    private readonly HashSet<(string Role, string Topic)> ignored;
    private readonly HashSet<string> configured = [];

    /// <summary>Registers handlers.</summary>
    /// <param name="events">What events mean.</param>
    /// <param name="blockRules">What follows from whole blocks.</param>
    /// <param name="ignored">Events that deliberately have no handler: the role of the contract and the event as declared in Solidity.</param>
    internal EvmHandlers(
        IEnumerable<EvmHandler> events,
        IEnumerable<EvmBlockRule> blockRules,
        IEnumerable<(string Role, string Declaration)> ignored
    )
    {
        All = [.. events];
        handlers = All.SelectMany(handler => handler.Roles.Select(role => (role, handler)))
            .ToLookup(entry => (entry.role, Key(entry.handler.Event.Topic0)), entry => entry.handler);
        BlockRules = [.. blockRules];
        this.ignored = [.. ignored.Select(key => (key.Role, Key(AbiEvent.Parse(key.Declaration).Topic0)))];
    }

    private EvmHandlers(EvmHandlers known, IEnumerable<EvmHandler> events, IEnumerable<(string, string)> ignored)
        : this(known.All.Concat(events), known.BlockRules, ignored)
    {
        this.ignored.UnionWith(known.ignored);
        configured = [.. All.Skip(known.All.Count).SelectMany(handler => handler.Roles)];
    }

    /// <summary>These and more.</summary>
    /// <param name="events">What more events mean.</param>
    /// <param name="ignored">More events that deliberately have no handler.</param>
    internal EvmHandlers With(IEnumerable<EvmHandler> events, IEnumerable<(string Role, string Declaration)> ignored) =>
        new(this, events, ignored);

    /// <summary>All handlers.</summary>
    public IReadOnlyList<EvmHandler> All { get; }

    /// <summary>The roles that contracts may be configured with.</summary>
    public IReadOnlyList<string> Roles =>
        [.. handlers.Select(group => group.Key.Role).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The rules for whole blocks.</summary>
    internal IReadOnlyList<EvmBlockRule> BlockRules { get; }

    /// <summary>The handler of a log; null when the event is ignored for a reason.</summary>
    /// <param name="role">The role of the contract.</param>
    /// <param name="log">The log.</param>
    /// <exception cref="UnhandledEventException">No handler knows the event, or its indexed parameters are others.</exception>
    public EvmHandler? For(string role, EvmLog log)
    {
        var topic = log.Topics.Length == 0 ? "anonymous" : Key(log.Topics[0]);
        if (handlers[(role, topic)].FirstOrDefault(candidate => candidate.Event.Matches(log)) is { } handler)
        {
            return handler;
        }

        return ignored.Contains((role, topic))
            ? null
            : throw new UnhandledEventException(
                role,
                $"0x{topic}",
                log.ToString(),
                configured.Contains(role)
                    ? "add it to the events that the configuration of the contract declares, with what it means or as nothing"
                    : null
            );
    }

    private static string Key(byte[] topic) => Convert.ToHexStringLower(topic);
}
