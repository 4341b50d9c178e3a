using System.Text.Json;
using Indexer.Addresses;
using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>Writes an initial state pool by pool (docs/guides/initial-state.md).</summary>
public sealed class InitialStateWriter : IAsyncDisposable
{
    private const int FlushAt = 1 << 18;
    private readonly Utf8JsonWriter json;
    private bool isAfterPools;

    /// <summary>Writes what comes before the pools.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="head">What it is.</param>
    public InitialStateWriter(Stream stream, InitialState head)
    {
        json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("format", InitialStateFile.Format);
        json.WriteString("network", head.Network);
        json.WriteStartObject("block");
        json.WriteNumber("height", head.Block.Height);
        Optional("hash", head.Block.Hash is { } hash ? Hex.Of(hash) : null);
        json.WriteString("time", Text(head.Block.Time));
        if (head.Block.SpecVersion is { } spec)
        {
            json.WriteNumber("spec", spec);
        }
        else
        {
            json.WriteNull("spec");
        }

        json.WriteEndObject();
        json.WriteStartArray("notes");
        foreach (var note in head.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
        json.WriteStartArray("pools");
    }

    /// <summary>Writes a pool.</summary>
    public void Write(InitialPool pool)
    {
        json.WriteStartObject();
        json.WriteString("id", $"{pool.Pid}");
        json.WriteNumber("version", pool.Version);
        json.WriteString("kind", InitialStateFile.Kinds.First(kind => kind.Value == pool.Kind).Key);
        json.WriteString("owner", AccountText.Format(pool.Owner));
        if (pool.Commission is { } commission)
        {
            json.WriteNumber("commission", commission);
        }
        else
        {
            json.WriteNull("commission");
        }

        Optional("capacity", pool.Capacity is { } capacity ? Text(capacity) : null);
        json.WriteString("shares", Text(pool.Shares));
        json.WriteString("value", Text(pool.Value));
        json.WriteString("free", Text(pool.Free));
        if (pool.Version == 1)
        {
            json.WriteString("accumulator", $"0x{pool.Accumulator:x32}");
        }
        else
        {
            json.WriteNumber("collection", pool.CollectionId!.Value);
            json.WriteString("account", AccountText.Format(pool.Account!.Value));
            Optional("checkpointPrice", pool.CheckpointPrice is { } price ? Text(price) : null);
        }

        json.WriteString("ownerReward", Text(pool.OwnerReward));
        List("workers", pool.Workers, Write);
        List("stakers", pool.Stakers, Write);
        List("queue", pool.Queue, Write);
        if (pool.Whitelist is { } listed)
        {
            List("whitelist", listed, account => json.WriteStringValue(AccountText.Format(account)));
        }
        else
        {
            json.WriteNull("whitelist");
        }

        json.WriteEndObject();
        if (json.BytesPending > FlushAt)
        {
            json.Flush();
        }
    }

    /// <summary>Writes a registration; no pool may follow.</summary>
    public void Write(InitialRegistration registration)
    {
        EndPools();
        json.WriteStartObject();
        json.WriteString("publicKey", registration.PublicKey.ToString());
        if (registration.ConfidenceLevel is { } level)
        {
            json.WriteNumber("confidenceLevel", level);
        }

        if (registration.InitialScore is { } score)
        {
            json.WriteNumber("initialScore", score);
        }

        json.WriteEndObject();
    }

    /// <summary>Ends the file.</summary>
    public async ValueTask DisposeAsync()
    {
        EndPools();
        json.WriteEndArray();
        json.WriteEndObject();
        await json.DisposeAsync();
    }

    private void EndPools()
    {
        if (!isAfterPools)
        {
            json.WriteEndArray();
            json.WriteStartArray("registrations");
            isAfterPools = true;
        }
    }

    private void Write(InitialWorker worker)
    {
        json.WriteStartObject();
        json.WriteString("publicKey", worker.PublicKey.ToString());
        json.WriteString("stake", Text(worker.Stake));
        json.WriteString("state", InitialStateFile.States.First(state => state.Value == worker.State).Key);
        if (worker.CoolingDownSince is { } since)
        {
            json.WriteString("coolingDownSince", Text(since));
        }

        if (worker.IsRemoved)
        {
            json.WriteBoolean("removed", true);
        }

        json.WriteEndObject();
    }

    private void Write(InitialStaker staker)
    {
        json.WriteStartObject();
        json.WriteString("account", AccountText.Format(staker.Account));
        json.WriteString("shares", Text(staker.Shares));
        json.WriteString("rewardDebt", Text(staker.RewardDebt));
        json.WriteString("availableReward", Text(staker.AvailableReward));
        json.WriteEndObject();
    }

    private void Write(InitialWithdrawal entry)
    {
        json.WriteStartObject();
        json.WriteString("account", AccountText.Format(entry.Account));
        json.WriteString("shares", Text(entry.Shares));
        Optional("since", entry.Since is { } since ? Text(since) : null);
        json.WriteEndObject();
    }

    private void List<T>(string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    private void Optional(string name, string? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, text);
        }
    }

    private static string Text(Pha amount) =>
        amount.ToLegacy().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
            System.Globalization.CultureInfo.InvariantCulture
        );
}
