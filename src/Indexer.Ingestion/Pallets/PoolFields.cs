using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion.Pallets;

/// <summary>Fields that the events of the pool pallets share, in the terms of the model.</summary>
internal static class PoolFields
{
    /// <summary>The id of the pool: its pid as decimal text.</summary>
    public static string PoolId(this EventFields fields) => fields.U64("pid").ToString();

    /// <summary>A balance or number of shares: 12 decimals on chain, 18 in the model.</summary>
    public static Pha Balance(this EventFields fields, FieldKey key) => Pha.FromLegacy(fields.U128(key));
}
