using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Holders;

/// <summary>What accounts are known as by configuration.</summary>
internal static class LabelFields
{
    public static void Add(ProductTypes types)
    {
        Add(
            types,
            "label",
            Scalars.String,
            label => label[row => row.Name],
            "What the account is known as, by configuration: a contract or an institution that is nobody's and joins no holder. Null for others."
        );
        Add(
            types,
            "labelKind",
            types.Scalars.LeafOf(typeof(AccountLabelKind)),
            label => label[row => row.Kind],
            "What a labelled account is."
        );
    }

    private static void Add(
        ProductTypes types,
        string name,
        GraphType type,
        Func<RowOf<AccountLabel>, string> value,
        string description
    )
    {
        var label = types.Labels.As("label");
        types.Account.Type.Computed(
            name,
            type,
            row =>
                $"""
                (select {value(label)} from {label.From} where {label[item => item.Address]} = {types.Account.Map.Of(
                    row
                )[account => account.Address]} order by {label[item => item.Network]} limit 1)
                """,
            description
        );
    }
}
