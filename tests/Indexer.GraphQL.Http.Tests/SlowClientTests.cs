using System.Net.WebSockets;
using Indexer.GraphQL.Http.Live;

namespace Indexer.GraphQL.Http.Tests;

public sealed class SlowClientTests
{
    private readonly ManualClock clock = new();
    private readonly StubbornSocket socket = new();

    private SocketWriter Writer => new(socket, new Patience(TimeSpan.FromSeconds(10), clock));

    [Fact]
    public async Task A_client_that_reads_in_time_gets_every_message()
    {
        using var writer = Writer;
        var sending = writer.SendAsync("next", "1", default, CancellationToken.None);
        await clock.WaitForTimersAsync(1);
        socket.Take();
        await sending;
        Assert.Equal("""{"id":"1","type":"next"}""", socket.Sent[0]);
    }

    [Fact]
    public async Task A_client_that_reads_late_is_told_and_cut_off()
    {
        using var writer = Writer;
        var sending = writer.SendAsync("next", "1", default, CancellationToken.None);
        await clock.WaitForTimersAsync(1);
        clock.Advance(TimeSpan.FromSeconds(10));
        await clock.WaitForTimersAsync(2);
        socket.Take();
        var cut = await Assert.ThrowsAsync<SocketClosedException>(() => sending);
        Assert.Equal((CloseCode.TooSlow, Patience.Reason), (cut.Code, cut.Message));
        Assert.NotEqual(WebSocketState.Aborted, socket.State);
        await writer.CloseAsync(cut.Code, cut.Message);
        Assert.Equal(4413, (int)socket.CloseStatus!);
    }

    [Fact]
    public async Task A_client_that_does_not_read_at_all_is_dropped_and_nothing_more_is_sent()
    {
        using var writer = Writer;
        var sending = writer.SendAsync("next", "1", default, CancellationToken.None);
        for (var wait = 1; wait <= 2; wait++)
        {
            await clock.WaitForTimersAsync(wait);
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        await Assert.ThrowsAsync<SocketClosedException>(() => sending);
        Assert.Equal(WebSocketState.Aborted, socket.State);
        await writer.SendAsync("next", "1", default, CancellationToken.None);
        Assert.Single(socket.Sent);
    }
}
