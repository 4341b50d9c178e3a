using System.Linq.Expressions;
using System.Numerics;
using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Staking;

/// <summary>The workers of stake pools: their computing sessions, their power, and what the registry knows of them.</summary>
internal static class WorkerFields
{
    private const string Newest = "newest";

    public static void Add(ProductTypes types)
    {
        AddWorker(types);
        AddSession(types);
        AddRegistration(types);
        AddCoolDown(types);
        AddToNetwork(types);
    }

    /// <summary>The root fields.</summary>
    public static void AddRoots(ProductTypes types, ObjectType query)
    {
        var newest = types.Worker.Map.As(Newest);
        query
            .ToOne(
                "worker",
                types.Worker.Type,
                "A worker in the pool that it was added to last; null when it is in none and its stake waits in none."
            )
            .Argument(
                "network",
                Scalars.String.NonNull(),
                "Name of its network.",
                (row, network) => $"{types.Worker.Map.Of(row)[worker => worker.Network]} = {network}",
                refused: name => types.Names.Refusal($"array[{name}]")
            )
            .Argument(
                "publicKey",
                types.Scalars.Hash.NonNull(),
                "Its public key.",
                (row, key) =>
                {
                    var mine = types.Worker.Map.Of(row);
                    return $"""
                        {mine[worker => worker.PublicKey]} = {key} and {mine[worker => worker.SessionId]} = (
                          select max({newest[worker => worker.SessionId]}) from {newest.From}
                          where {newest[worker => worker.Network]} = {mine[worker => worker.Network]}
                            and {newest[worker => worker.PublicKey]} = {key} and {row.InForce(
                            types.Worker.Type,
                            Newest
                        )})
                        """;
                }
            )
            .AsOf(types.AsOf);
        query
            .ToMany(
                "workers",
                types.Worker.Type,
                "The workers in stake pools, and those that left one while their stake waits to be reclaimed."
            )
            .AsOf(types.AsOf);
    }

    private static void AddWorker(ProductTypes types)
    {
        var worker = types.Worker;
        worker.AddNetwork(row => row.Network, types.Names.Refusal);
        worker.AddPoolId(row => row.PoolId);
        worker.Add(row => row.PublicKey, scalar: types.Scalars.Hash);
        worker.Add(row => row.Session);
        worker.Add(row => row.State).Sortable();
        worker.Add(row => row.Stake);
        worker.Add(row => row.IsRemoved);
        worker.Add(row => row.FromHeight);
        worker
            .ToOne(
                "pool",
                types.Pool,
                "Its stake pool.",
                required: true,
                (row => row.Network, pool => pool.Network),
                (row => row.PoolId, pool => pool.PoolId)
            )
            .Filterable();
    }

    private static void AddSession(ProductTypes types)
    {
        var worker = types.Worker;
        worker.AddFixedPoint(types, "initialV", row => row.InitialV);
        worker.Add(row => row.InitialP);
        worker
            .Type.Computed(
                "v",
                types.Scalars.U64F64.NonNull(),
                row => $"{V(types, row)} * {ScalarRegistry.U64F64Units}",
                "V of the session, by which it is rewarded: as of its last settlement; 0 before its first start."
            )
            .Filterable()
            .NotGroupable()
            .Sortable();
        worker
            .Type.Computed(
                "instantP",
                Scalars.Long.NonNull(),
                row => Last(types, row, reading => reading.InstantP),
                "Score of its last heartbeat; 0 before the first."
            )
            .Filterable()
            .NotGroupable()
            .Sortable();
        worker
            .Type.Computed(
                "totalReward",
                types.Scalars.Pha.NonNull(),
                row => Last(types, row, reading => reading.TotalReward),
                "Everything that was paid for its work since it was added to the pool, the owner's commission included."
            )
            .Filterable()
            .NotGroupable()
            .Sortable();
    }

    private static void AddRegistration(ProductTypes types)
    {
        var (worker, registrations) = (types.Worker, types.Registrations);
        var join = worker
            .On(
                registrations,
                (row => row.Network, known => known.Network),
                (row => row.PublicKey, known => known.PublicKey)
            )
            .InForce(types);
        Registered("confidenceLevel", Scalars.Int, known => known.ConfidenceLevel);
        Registered("initialScore", Scalars.Long, known => known.InitialScore);
        worker
            .Type.Computed(
                "shares",
                types.Scalars.Decimal.NonNull(),
                registrations.Table,
                join,
                (row, known) =>
                    Shares(
                        V(types, row),
                        $"coalesce({worker.Map.Of(row)[item => item.InitialP]}, 0)",
                        registrations.Of(known)[item => item.ConfidenceLevel]
                    ),
                "Its computing power: the square root of v² + (2 · initialP · c)², rounded down, where c is 0.8 at confidence level 4, 0.7 at 5, else 1. While it is IDLE, it has this part of all in the budget of the chain."
            )
            .Filterable()
            .NotGroupable()
            .Sortable();

        void Registered(string name, ScalarType scalar, Expression<Func<WorkerRegistration, object?>> property) =>
            worker
                .Type.Computed(
                    name,
                    scalar,
                    registrations.Table,
                    join,
                    (_, known) => registrations.Of(known)[property],
                    worker.Description(registrations.Property(property).PropertyInfo!)
                )
                .Filterable()
                .NotGroupable()
                .Sortable();
    }

    private static void AddCoolDown(ProductTypes types)
    {
        var worker = types.Worker;
        worker.Add(row => row.CoolingDownSince, "coolingDownStartTime");
        worker
            .Type.Computed(
                "coolingDownEndTime",
                Scalars.DateTime,
                row => CoolDownEnd(types, row),
                "Time from which anybody can reclaim its stake, UTC: by the cool-down period that is in force; null while it does not cool down."
            )
            .Filterable()
            .NotGroupable()
            .Sortable();
        worker
            .Type.Computed(
                "isReclaimable",
                Scalars.Boolean.NonNull(),
                row =>
                    $"coalesce({CoolDownEnd(types, row)} <= {ReadTime.Of(types, row, worker.Map.Of(row)[item => item.Network])}, false)",
                "Whether it has cooled down: its stake can be reclaimed."
            )
            .Filterable()
            .NotGroupable();
    }

    private static string CoolDownEnd(ProductTypes types, SqlRow row)
    {
        const string alias = "terms";
        var (mine, terms) = (types.Worker.Map.Of(row), types.Tokenomics.Map.As(alias));
        return $"""
            (select {mine[item => item.CoolingDownSince]} + {terms[item => item.CoolDownPeriod]} * interval '1 second'
             from {terms.From} where {terms[item => item.Network]} = {mine[item => item.Network]} and {row.InForce(
                types.Pool.Type,
                alias
            )})
            """;
    }

    private static void AddToNetwork(ProductTypes types)
    {
        var (network, worker) = (types.Network, types.Worker);
        network
            .ToMany(
                "workers",
                worker,
                "The workers in its stake pools, and those that left one while their stake waits to be reclaimed.",
                (row => row.Name, item => item.Network)
            )
            .AsOf(types.AsOf);
        var counts = types.Object("WorkerCounts", "How many workers in stake pools are in each state.");
        foreach (var state in Enum.GetValues<SessionState>())
        {
            var counted = worker.Map.As("counted");
            counts.Computed(
                char.ToLowerInvariant(state.ToString()[0]) + state.ToString()[1..],
                Scalars.Int.NonNull(),
                row =>
                    $"(select count(*)::int from {counted.From} where {counted[item => item.Network]} = {network.Map.Of(row)[item => item.Name]} and {counted[item => item.State]} = '{EnumText.Of(state)}' and {counted[item => item.ToHeight]} is null)",
                types.Scalars.Documentation.Summary(state)
            );
        }

        network.Type.Embed("workerCounts", counts, "Its workers by state, as far as is indexed.");
    }

    /// <summary>Bits of V.</summary>
    private static string V(ProductTypes types, SqlRow row) => Last(types, row, reading => reading.V);

    /// <summary>The last value of a session up to the point that is read; 0 when there is none.</summary>
    private static string Last(ProductTypes types, SqlRow row, Expression<Func<SessionReading, object?>> property)
    {
        var (mine, reading) = (types.Worker.Map.Of(row), types.Readings.As("reading"));
        var until = ReadTime.HeightOf(types, row, mine[item => item.Network]) is { } height
            ? $"and {reading[item => item.Height]} <= {height}"
            : "";
        return $"""
            coalesce((select {reading[property]} from {reading.From} where {reading[item => item.Network]} = {mine[
                item => item.Network
            ]} and {reading[item => item.SessionId]} = {mine[
                item => item.SessionId
            ]} and {reading[property]} is not null {until} order by {reading[item => item.Height]} desc limit 1), 0)
            """;
    }

    /// <summary>The rule of <see cref="WorkerShares.Of"/>: the root of a whole number, rounded to the nearest, is one too great at most.</summary>
    private static string Shares(string v, string initialP, string confidence)
    {
        var two64 = BigInteger.One << 64;
        var unit = BigInteger.Pow(10, 36);
        return $"""
            (select root - case when root * root > square then 1 else 0 end from (select square, round(sqrt(square)) as root from (
              select div((a * a + b * b) * {unit}, {25 * two64 * two64}) as square from (select 5 * {v} as a,
                {initialP} * case {confidence} when 4 then 8 when 5 then 7 else 10 end * {two64}::numeric as b) sides) squares) roots)
            """;
    }

    /// <summary>A column with the bits of a fixed-point number.</summary>
    public static Field AddFixedPoint<TRow>(
        this ObjectMap<TRow> map,
        ProductTypes types,
        string name,
        Expression<Func<TRow, object?>> property
    )
        where TRow : class =>
        map.Type.Computed(
            name,
            types.Scalars.U64F64,
            row => $"{map.Map.Of(row)[property]} * {ScalarRegistry.U64F64Units}",
            map.Description(map.Map.Property(property).PropertyInfo!)
        );
}
