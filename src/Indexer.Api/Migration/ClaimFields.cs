using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Migration;

/// <summary>Claims of parachain assets on Ethereum.</summary>
internal static class ClaimFields
{
    public static void Add(ProductTypes types)
    {
        var claim = types.Claim;
        LedgerRowFields.AddPlace(types, claim);
        claim.Add(row => row.Kind);
        claim.Add(row => row.Contract);
        claim.Add(row => row.User);
        claim.Add(row => row.Free);
        claim.Add(row => row.StakedShares, scalar: types.Scalars.Decimal);
        claim.Add(row => row.StakedValue);
        claim.Add(row => row.Receiver);
        claim.Add(row => row.L2Receiver);
        claim.Add(row => row.ByAdmin);
        var met = types.Appearance.Map.As("claimant");
        claim
            .Type.ToOne(
                "account",
                types.Account.Type,
                "The Substrate account that claimed; null while no indexed network has named an account with these first 20 bytes.",
                claim.Where(
                    types.Account,
                    (mine, account) =>
                        $"""
                        {account[row => row.Address]} = (select {met[row => row.Address]} from {met.From}
                         where {met[row => row.User]} = {mine[row => row.User]} and length({met[
                             row => row.Address
                         ]}) = {AccountId.SubstrateLength}
                         order by {met[row => row.Address]} limit 1)
                        """
                )
            )
            .Filterable();
        LedgerRowFields.AddHolder(types, claim, row => row.Receiver, required: true);
    }

    /// <summary>The root field.</summary>
    public static void AddRoots(ProductTypes types, ObjectType query) =>
        query.ToMany("claims", types.Claim.Type, "Claims of parachain assets on Ethereum, oldest first.").OldestFirst();
}
