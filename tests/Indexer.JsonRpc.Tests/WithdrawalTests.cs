using System.Text.Json;

namespace Indexer.JsonRpc.Tests;

public sealed class WithdrawalTests
{
    [Fact]
    public async Task Calls_withdrawn_for_the_failure_of_another_end_before_it_and_do_not_hide_it()
    {
        var options = new RpcClientOptions { Endpoints = [new Uri("http://node")], MaxBatch = 1 };
        await using var endpoint = new RpcEndpoint(options.Endpoints[0], new FailingLast(calls: 3), options);
        var call = new RpcCall(Clients.Echoes(3), endpoint, new RpcScope(default), _ => 1);

        var failure = await Assert.ThrowsAsync<EndpointFailureException>(() =>
            call.AttemptAsync(CancellationToken.None)
        );

        Assert.Equal("the node fell over", failure.Message);
    }

    /// <summary>Fails the last message; those before it wait until they are withdrawn, and end within the withdrawal.</summary>
    private sealed class FailingLast(int calls) : IRpcTransport
    {
        private int sent;

        public async Task<JsonElement> SendAsync(RpcExchange exchange, CancellationToken cancellationToken)
        {
            if (++sent == calls)
            {
                throw new EndpointFailureException("the node fell over");
            }

            var answer = new TaskCompletionSource<JsonElement>();
            await using var withdrawal = cancellationToken.UnsafeRegister(
                (_, token) => answer.TrySetCanceled(token),
                null
            );
            return await answer.Task;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
