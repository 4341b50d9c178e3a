using System.Net;
using System.Net.Sockets;

namespace Indexer.Storage.Embedded;

/// <summary>The settings of the embedded server, written anew before every start.</summary>
internal static class ServerSettings
{
    public const string FileName = "indexer.conf";

    public static string Text(EmbeddedPostgresOptions options, string socketDirectory, int? port)
    {
        var settings = new List<string>
        {
            $"shared_buffers = {options.SharedBuffersMegabytes}MB",
            $"max_connections = {options.MaxConnections}",
            "timezone = 'UTC'",
            "log_timezone = 'UTC'",
            "log_line_prefix = '%m [%p] '",
            "lc_messages = 'C'",
            // One writer that commits in bulk, no replicas, disks without seek time, short statements.
            "wal_level = minimal",
            "max_wal_senders = 0",
            "max_wal_size = 2GB",
            "wal_compression = on",
            "random_page_cost = 1.1",
            "jit = off",
            "work_mem = 16MB",
        };
        settings.AddRange(OperatingSystem.IsWindows() ? Loopback(port ?? FreePort()) : Socket(socketDirectory));
        if (!options.Durable)
        {
            settings.AddRange(["fsync = off", "full_page_writes = off"]);
        }

        return string.Join('\n', settings) + "\n";
    }

    private static string[] Socket(string directory) =>
        [
            "listen_addresses = ''",
            $"port = {SocketDirectory.Port}",
            $"unix_socket_directories = '{directory}'",
            "unix_socket_permissions = 0700",
            // A statement whose client was killed must not hold its locks until it ends by itself.
            "client_connection_check_interval = 5s",
        ];

    private static string[] Loopback(int port) =>
        ["listen_addresses = '127.0.0.1'", $"port = {port}", "unix_socket_directories = ''"];

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
