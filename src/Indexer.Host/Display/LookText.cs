using System.Text.Json;
using Indexer.Pages.Shell;
using static Indexer.Host.Display.LookText;

namespace Indexer.Host.Display;

/// <summary>How answers of GraphQL are written on a terminal.</summary>
internal static class LookText
{
    private const string Heights = "▁▂▃▄▅▆▇█";
    private const int MinuteLength = 16;

    public static JsonElement Field(this JsonElement row, string name) => row.GetProperty(name);

    public static string Said(this JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : "–";

    public static string Pha(this JsonElement row, string name) => Written(row, name, figure => figure.Short);

    public static string Percent(this JsonElement row, string name) => Written(row, name, figure => figure.Percent);

    public static string Words(this JsonElement row, string name) =>
        row.Said(name).Replace('_', ' ').ToLowerInvariant();

    /// <summary>An instant to the minute.</summary>
    public static string Time(this JsonElement row, string name) =>
        row.Said(name) is { Length: >= MinuteLength } time ? time[..MinuteLength].Replace('T', ' ') : row.Said(name);

    public static IEnumerable<JsonElement> Nodes(this JsonElement row, string name) =>
        row.GetProperty(name).GetProperty("nodes").EnumerateArray();

    public static string Count(this JsonElement row, string name) =>
        row.GetProperty(name).GetProperty("totalCount").ToString();

    /// <summary>A heading with a table below it; nothing where there are no rows.</summary>
    public static void Section(string title, string[] columns, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count > 0)
        {
            Console.WriteLine();
            Console.WriteLine(title);
            PlainTable.Print(columns, all);
        }
    }

    /// <summary>A line of blocks as high as the values.</summary>
    public static string Chart(IReadOnlyList<double> values)
    {
        var largest = Math.Max(values.DefaultIfEmpty().Max(), double.Epsilon);
        return string.Concat(
            values.Select(value => value <= 0 ? ' ' : Heights[(int)Math.Round(value / largest * (Heights.Length - 1))])
        );
    }

    private static string Written(JsonElement row, string name, Func<Figure, string> text) =>
        row.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? text(new Figure(value.ToString())) : "–";
}

/// <summary>A holder's life.</summary>
internal static class HolderText
{
    public static void Print(JsonElement holder)
    {
        Console.WriteLine($"Holder {holder.Said("address")}, {holder.Count("accounts")} address(es):");
        foreach (var account in holder.Nodes("accounts"))
        {
            var networks = string.Join(", ", account.Nodes("networks").Select(network => network.Said("network")));
            Console.WriteLine($"  {account.Said("address")}  {networks}");
        }

        Console.WriteLine();
        Console.WriteLine(
            $"In all {holder.Pha("totalValue")} PHA: staked {holder.Pha("stakedValue")}, unlocking {holder.Pha("unlocking")}, not claimed yet {holder.Pha("unclaimedValue")}."
        );
        PrintHistory(holder);
        Section(
            "Positions",
            ["pool", ">worth, PHA", ">paid in", ">earned", ">APR, 30 days"],
            holder
                .Nodes("positions")
                .Select(row =>
                    (string[])
                        [
                            $"{row.Said("network")}/{row.Said("poolId")}",
                            row.Pha("value"),
                            row.Pha("cost"),
                            row.Pha("earned"),
                            row.Field("pool").Percent("aprMonth"),
                        ]
                )
        );
        Section(
            "On the way between Ethereum and Phala's L2",
            ["direction", ">worth, PHA", "state", "sent"],
            holder
                .Nodes("bridgeTransfers")
                .Select(row =>
                    (string[])[row.Words("direction"), row.Pha("value"), row.Words("state"), row.Time("sentTime")]
                )
        );
        Section(
            "Not claimed yet",
            ["from", ">PHA", "account", "how"],
            holder
                .Nodes("unclaimed")
                .Select(row => (string[])[row.Said("network"), row.Pha("value"), row.Said("address"), row.Said("how")])
        );
        Section(
            "Unlock requests",
            [">PHA", "receiver", "can be claimed from"],
            holder
                .Nodes("unlockRequests")
                .Select(row => (string[])[row.Pha("assets"), row.Said("receiver"), row.Time("unlockTime")])
        );
        PrintActivity(holder);
    }

    private static void PrintActivity(JsonElement holder) =>
        Section(
            $"Latest of {holder.Count("activity")} deeds",
            ["when", "what", "where", ">PHA"],
            holder
                .Nodes("activity")
                .Reverse()
                .Take(10)
                .Select(row =>
                    (string[])
                        [
                            row.Time("time"),
                            row.Words("kind") + (row.Said("direction") is "NONE" ? "" : $", {row.Words("direction")}"),
                            $"{row.Said("network")} {(row.Said("poolId") is "–" ? "" : row.Said("poolId"))}",
                            row.Pha("amount"),
                        ]
                )
        );

    private static void PrintHistory(JsonElement holder)
    {
        var months = holder.Field("history").EnumerateArray().ToList();
        if (months.Count > 0)
        {
            var held = months.ConvertAll(month =>
                Drawn(month, "value") + Drawn(month, "unlocking") + Drawn(month, "unclaimed")
            );
            Console.WriteLine(
                $"At the end of each month from {months[0].Time("endTime")[..7]} to {months[^1].Time("endTime")[..7]}:"
            );
            Console.WriteLine($"  {Chart(held)}");
        }
    }

    private static double Drawn(JsonElement row, string name) => new Figure(row.Said(name)).Drawn;
}

/// <summary>A pool or vault.</summary>
internal static class PoolText
{
    public static void Print(JsonElement pool)
    {
        Console.WriteLine(
            $"{Wording(pool.Words("kind"))} {pool.Said("poolId")} of {pool.Said("network")}, worth {pool.Pha("totalValue")} PHA"
        );
        Console.WriteLine(
            $"APR {pool.Percent("aprWeek")} over 7 days, {pool.Percent("aprMonth")} over 30, {pool.Percent("expectedApr")} expected; commission {pool.Percent("commission")}; room {(pool.Pha("room") is "–" ? "without limit" : pool.Pha("room") + " PHA")}; free {pool.Pha("freeValue")} PHA"
        );
        Section(
            $"Largest of {pool.Count("positions")} delegators",
            ["account", ">worth, PHA", ">paid in", ">earned"],
            pool.Nodes("positions")
                .Select(row => (string[])[row.Said("address"), row.Pha("value"), row.Pha("cost"), row.Pha("earned")])
        );
        Section(
            $"Withdrawal queue, {pool.Count("withdrawalQueue")}",
            ["account", ">worth, PHA", "since", "can be forced from"],
            pool.Nodes("withdrawalQueue")
                .Select(row =>
                    (string[])[row.Said("address"), row.Pha("value"), row.Time("queuedTime"), row.Time("forceableTime")]
                )
        );
        Section(
            $"Workers, {pool.Count("workers")}",
            ["worker", "state", ">stake, PHA", ">paid, PHA"],
            pool.Nodes("workers")
                .Select(row =>
                    (string[])[row.Said("publicKey"), row.Words("state"), row.Pha("stake"), row.Pha("totalReward")]
                )
        );
    }

    private static string Wording(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}

/// <summary>A proposal of any system.</summary>
internal static class ProposalText
{
    public static void Print(JsonElement proposal)
    {
        var title =
            proposal.Field("text") is { ValueKind: JsonValueKind.Object } text
            && text.Said("title") is not "–" and var said
                ? $": {said}"
                : "";
        Console.WriteLine(
            $"{proposal.Said("network")} {proposal.Said("proposalId")}{title}, {proposal.Words("status")}, ends {proposal.Time("endTime")}"
        );
        Console.WriteLine(
            $"Ayes {proposal.Pha("ayes")}, nays {proposal.Pha("nays")}, abstains {proposal.Pha("abstains")}; turnout {proposal.Percent("turnoutRatio")}, approval {proposal.Percent("approval")}, {proposal.Said("voters")} voters"
        );
        Section(
            "Course",
            ["when", "what", "it is"],
            proposal.Nodes("events").Select(row => (string[])[row.Time("time"), row.Words("kind"), row.Words("status")])
        );
        Section(
            $"Heaviest of {proposal.Count("votes")} votes",
            ["voter", "vote", ">weight", "cast"],
            proposal
                .Nodes("votes")
                .Take(10)
                .Select(row =>
                    (string[])[row.Said("voter"), row.Words("choice"), row.Pha("weight"), row.Time("castTime")]
                )
        );
    }
}
