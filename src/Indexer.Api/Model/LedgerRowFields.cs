using System.Linq.Expressions;
using Indexer.Api.Holders;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Model;

/// <summary>What ledger rows have in common: where they come from, and whom they are about.</summary>
internal static class LedgerRowFields
{
    /// <summary>Orders ledger rows of all networks by time when the client does not choose.</summary>
    public static Field OldestFirst(this Field field) => field.OrderedBy(("TIME", SortDirection.Ascending));

    /// <summary>Where a row comes from.</summary>
    /// <param name="types">All types.</param>
    /// <param name="entry">The type of the row.</param>
    /// <param name="isOfSpaces">Whether Snapshot spaces, which have no heights, have such rows too.</param>
    public static void AddPlace<TRow>(ProductTypes types, ObjectMap<TRow> entry, bool isOfSpaces = false)
        where TRow : LedgerRow
    {
        entry.AddNetwork(row => row.Network, types.Names.Refusal);
        if (isOfSpaces)
        {
            entry.AddHeight(types, "height", row => row.Network, row => row.Height);
        }
        else
        {
            entry.Add(row => row.Height).Sortable();
        }

        entry.Add(row => row.Index);
        entry.Add(row => row.Ordinal);
        entry.Add(row => row.Time);
        entry.Add(
            row => row.Transaction,
            scalar: types.Scalars.Hash,
            description: "Hash of the transaction (EVM) or of the extrinsic (Substrate). Null for what no transaction did, and for rewards on Substrate networks."
        );
        entry.Add(row => row.Extrinsic);
        entry.ToOne(
            "block",
            types.Block,
            "The block.",
            required: false,
            (row => row.Network, block => block.Network),
            (row => row.Height, block => block.Height)
        );
    }

    /// <summary>The account that a row is about, and its holder.</summary>
    public static void AddAccount<TRow>(
        ProductTypes types,
        ObjectMap<TRow> entry,
        Expression<Func<TRow, object?>> address,
        bool required
    )
        where TRow : class
    {
        entry
            .ToOne(
                "account",
                types.Account,
                required ? "The account." : "The account; null when there is none.",
                required,
                (address, account => account.Address)
            )
            .Filterable();
        AddHolder(types, entry, address, required);
    }

    /// <summary>The holder of the account that a row is about.</summary>
    public static void AddHolder<TRow>(
        ProductTypes types,
        ObjectMap<TRow> entry,
        Expression<Func<TRow, object?>> address,
        bool required
    )
        where TRow : class =>
        entry
            .Type.ToOne(
                "holder",
                types.Holder.Type,
                required ? "The holder of the account." : "The holder of the account; null when there is none.",
                Join.Through(
                    row => HolderSql.Table(types, row),
                    (entry.Map.Column(address), types.Addresses.Column(member => member.Address)),
                    (types.Addresses.Column(member => member.Holder), types.Addresses.Column(holder => holder.Address))
                ),
                required
            )
            .Filterable();
}
