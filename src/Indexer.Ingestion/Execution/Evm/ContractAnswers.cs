using System.Numerics;
using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>What contracts answered after a block.</summary>
/// <param name="answers">The outputs by call; null where the contract reverted or has no such function.</param>
public sealed class ContractAnswers(IReadOnlyDictionary<ContractCall, IReadOnlyList<object>?> answers)
{
    /// <summary>Nothing was asked.</summary>
    public static ContractAnswers None { get; } = new(new Dictionary<ContractCall, IReadOnlyList<object>?>());

    /// <summary>These answers and more.</summary>
    public ContractAnswers With(ContractAnswers more) => new(answers.Concat(more.All).ToDictionary());

    /// <summary>Whether a call was made.</summary>
    public bool Has(ContractCall call) => answers.ContainsKey(call);

    /// <summary>The outputs of a call; null when the contract reverted or has no such function.</summary>
    /// <exception cref="InvalidOperationException">The call was not asked for.</exception>
    public IReadOnlyList<object>? Find(ContractCall call) =>
        answers.TryGetValue(call, out var outputs)
            ? outputs
            : throw new InvalidOperationException($"{call.Function} of {call.Contract} was not asked for.");

    /// <summary>The one output of a call, an integer.</summary>
    public BigInteger? Number(ContractCall call) => (BigInteger?)Find(call)?[0];

    /// <summary>The one output of a call, a text.</summary>
    public string? Text(ContractCall call) => (string?)Find(call)?[0];

    /// <summary>The one output of a call, an address.</summary>
    public AccountId? Address(ContractCall call) => (AccountId?)Find(call)?[0];

    /// <summary>The one output of a call, an amount; what no votes can ever reach is the greatest there is.</summary>
    public Pha? Amount(ContractCall call) =>
        Number(call) is { } number ? Pha.FromWei(BigInteger.Min(number, (BigInteger)Int128.MaxValue)) : null;

    private IReadOnlyDictionary<ContractCall, IReadOnlyList<object>?> All => answers;
}
