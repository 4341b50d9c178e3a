using System.Numerics;
using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Chain;

namespace Indexer.Handlers.Governance;

/// <summary>
/// What proposers put down for spendings, bounties and tips, by the constants of their runtime: for blocks of which the storage,
/// which has it too, is not kept.
/// </summary>
internal static class Bonds
{
    private const uint Million = 1_000_000;

    /// <summary>The bond of a spending. Null when the runtime does not say.</summary>
    /// <param name="runtime">The runtime that took it.</param>
    /// <param name="value">What is asked for, in 10^-12 PHA.</param>
    public static Pha? OfSpending(SubstrateRuntime? runtime, UInt128 value) =>
        Constant(runtime, "Treasury", "ProposalBond") is { } part
        && Constant(runtime, "Treasury", "ProposalBondMinimum") is { } least
            ? Legacy(OfSpending(value, part, least, Constant(runtime, "Treasury", "ProposalBondMaximum")))
            : null;

    /// <summary>
    /// The bond of a spending: a part of its value, to the nearest unit, a half down; at least so much, and at most where there
    /// is a bound. Source: pallet_treasury calculate_bond, sp_arithmetic Permill.
    /// </summary>
    /// <param name="value">What is asked for.</param>
    /// <param name="part">Millionths of it.</param>
    /// <param name="least">The smallest bond.</param>
    /// <param name="most">The greatest bond, if there is one.</param>
    public static BigInteger OfSpending(BigInteger value, BigInteger part, BigInteger least, BigInteger? most)
    {
        var whole = BigInteger.DivRem(value * part, Million, out var rest);
        var bond = BigInteger.Max(rest > Million / 2 ? whole + 1 : whole, least);
        return most is { } bound ? BigInteger.Min(bond, bound) : bond;
    }

    /// <summary>
    /// The bond of a bounty: a base and as much for each byte of its description. Null when the runtime does not say. Source:
    /// pallet_bounties create_bounty.
    /// </summary>
    /// <param name="runtime">The runtime that took it.</param>
    /// <param name="bytes">Length of the description.</param>
    public static Pha? OfBounty(SubstrateRuntime? runtime, int bytes) =>
        OfText(runtime, "Bounties", "BountyDepositBase", bytes);

    /// <summary>
    /// The deposit of who reports what deserves a tip: a base and as much for each byte of the reason. Null when the runtime does
    /// not say. Source: pallet_tips report_awesome.
    /// </summary>
    /// <param name="runtime">The runtime that took it.</param>
    /// <param name="bytes">Length of the reason.</param>
    public static Pha? OfTip(SubstrateRuntime? runtime, int bytes) =>
        OfText(runtime, "Tips", "TipReportDepositBase", bytes);

    private static Pha? OfText(SubstrateRuntime? runtime, string pallet, string name, int bytes) =>
        Constant(runtime, pallet, name) is { } once && Constant(runtime, pallet, "DataDepositPerByte") is { } each
            ? Legacy(once + each * bytes)
            : null;

    /// <summary>An integer, also in a struct of one field (Permill) or an option that has one.</summary>
    private static BigInteger? Constant(SubstrateRuntime? runtime, string pallet, string name) =>
        Number(runtime?.Constant(pallet, name));

    private static BigInteger? Number(ScaleValue? value) =>
        value switch
        {
            ScaleInteger number => number.Value,
            ScaleComposite { Fields.Values: [var inner] } => Number(inner),
            ScaleVariant { Fields.Values: [var inner] } => Number(inner),
            _ => null,
        };

    private static Pha Legacy(BigInteger picoPha) => Pha.FromLegacy((UInt128)picoPha);
}
