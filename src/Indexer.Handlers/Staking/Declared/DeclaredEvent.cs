using Indexer.Evm.Abi;

namespace Indexer.Handlers.Staking.Declared;

/// <summary>An event of a contract, and what it means.</summary>
public sealed record DeclaredEvent
{
    /// <summary>In place of a parameter: the account is who sent the transaction, where the event names none.</summary>
    public const string Sender = "tx.from";

    private DeclaredEvent(string declaration, EventMeaning means, string account, string amount) =>
        (Declaration, Means, Account, Amount) = (declaration, means, account, amount);

    /// <summary>The event as declared in Solidity.</summary>
    public string Declaration { get; }

    /// <summary>What it means.</summary>
    public EventMeaning Means { get; }

    /// <summary>The parameter with the account, or <see cref="Sender"/>; empty when the event means nothing.</summary>
    public string Account { get; }

    /// <summary>The parameter with the amount; empty when the event means nothing.</summary>
    public string Amount { get; }

    /// <summary>Reads a declaration.</summary>
    /// <param name="declaration">The event as declared in Solidity.</param>
    /// <param name="means">What it means.</param>
    /// <param name="account">The parameter with the account, or <see cref="Sender"/>.</param>
    /// <param name="amount">The parameter with the amount.</param>
    /// <exception cref="DeclarationException">Something of it cannot be.</exception>
    public static DeclaredEvent Of(string? declaration, EventMeaning? means, string? account, string? amount)
    {
        var parsed = Parse(declaration);
        var meaning =
            means
            ?? throw new DeclarationException(
                "means",
                $"is missing; write {string.Join(", ", Enum.GetNames<EventMeaning>()).ToLowerInvariant()}"
            );
        if (meaning == EventMeaning.Nothing)
        {
            return account is null && amount is null
                ? new DeclaredEvent(declaration!, meaning, "", "")
                : throw new DeclarationException(
                    account is null ? "amount" : "account",
                    "has no use: the event means nothing"
                );
        }

        if (account != Sender)
        {
            Require(parsed, "account", account, AbiKind.Address, $"an address of the event, or {Sender}");
        }

        Require(parsed, "amount", amount, AbiKind.UInt, "an unsigned integer of the event");
        return new DeclaredEvent(declaration!, meaning, account!, amount!);
    }

    private static AbiEvent Parse(string? declaration)
    {
        try
        {
            return AbiEvent.Parse(declaration ?? throw new DeclarationException("event", "is missing"));
        }
        catch (AbiException exception)
        {
            throw new DeclarationException("event", $"is no declaration of an event: {exception.Message.TrimEnd('.')}");
        }
    }

    private static void Require(AbiEvent parsed, string key, string? parameter, AbiKind kind, string wanted)
    {
        var found = parsed.Parameters.FirstOrDefault(one => one.Name == parameter);
        if (found?.Type.Kind != kind)
        {
            var known = parsed.Parameters.Where(one => one.Type.Kind == kind).Select(one => one.Name);
            throw new DeclarationException(
                key,
                (
                    parameter is null ? "is missing"
                    : found is null ? $"is '{parameter}', which {parsed} does not have"
                    : $"is '{parameter}', a {found.Type}"
                ) + $"; write {wanted} ({string.Join(", ", known)})"
            );
        }
    }
}
