<?php
/**
 * Plugin Name: Ketjupaja import
 * Description: Reads pathways that Ketjupaja published (pathway-site/1) into posts. WP-CLI: wp ketjupaja import URL LANGUAGE
 * Requires at least: 6.0
 * Requires PHP: 8.0
 * License: MIT
 */

declare(strict_types=1);

if (!defined('ABSPATH')) {
    exit;
}

const KETJUPAJA_SCHEMA = 'pathway-site/1';
const KETJUPAJA_ID = '_ketjupaja_id';
const KETJUPAJA_REVISION = '_ketjupaja_revision';
const KETJUPAJA_LANGUAGE = '_ketjupaja_language';

add_action('init', static function (): void {
    register_post_type('pathway', [
        'label' => 'Hoito- ja palveluketjut',
        'public' => true,
        'has_archive' => true,
        'show_in_rest' => true,
        'supports' => ['title', 'editor', 'excerpt', 'revisions'],
        'rewrite' => ['slug' => 'ketjut'],
    ]);
});

if (defined('WP_CLI') && WP_CLI) {
    WP_CLI::add_command('ketjupaja import', static function (array $arguments): void {
        [$site, $language] = $arguments + [1 => 'fi'];
        try {
            WP_CLI::success(ketjupaja_import(trailingslashit($site), $language));
        } catch (RuntimeException $error) {
            WP_CLI::error($error->getMessage());
        }
    });
}

/** Read a whole site; returns a sentence about what was done. */
function ketjupaja_import(string $site, string $language): string
{
    $index = ketjupaja_read($site . 'data/index.json');
    $made = $kept = 0;
    $ids = [];
    foreach ($index['pathways'] as $listed) {
        if (!isset($listed['url'][$language])) {
            continue;
        }
        $ids[] = $listed['id'];
        $post = ketjupaja_find($listed['id'], $language);
        if ($post && get_post_meta($post->ID, KETJUPAJA_REVISION, true) === $listed['revision']) {
            $kept++;
            continue;
        }
        // The name of a data file is ours to check: it becomes part of an address.
        if (!preg_match('#^data/[a-z0-9-]+\.json$#', $listed['data'])) {
            throw new RuntimeException('The list names a file that is none of its own.');
        }
        ketjupaja_save(ketjupaja_read($site . $listed['data']), $listed, $language, $post);
        $made++;
    }
    $gone = ketjupaja_take_offline($ids, $language);
    return "$made made or updated, $kept as before, $gone taken offline";
}

/** Fetch and decode a data file; refuse what is not of the schema. */
function ketjupaja_read(string $address): array
{
    $answer = wp_safe_remote_get($address, ['timeout' => 30, 'limit_response_size' => 32 * MB_IN_BYTES]);
    if (is_wp_error($answer) || wp_remote_retrieve_response_code($answer) !== 200) {
        throw new RuntimeException("Cannot read $address");
    }
    $data = json_decode(wp_remote_retrieve_body($answer), true);
    if (!is_array($data) || ($data['schema'] ?? '') !== KETJUPAJA_SCHEMA) {
        throw new RuntimeException("$address is not " . KETJUPAJA_SCHEMA);
    }
    return $data;
}

function ketjupaja_find(string $id, string $language): ?WP_Post
{
    $found = get_posts([
        'post_type' => 'pathway',
        'post_status' => 'any',
        'numberposts' => 1,
        'meta_query' => [
            ['key' => KETJUPAJA_ID, 'value' => $id],
            ['key' => KETJUPAJA_LANGUAGE, 'value' => $language],
        ],
    ]);
    return $found[0] ?? null;
}

function ketjupaja_save(array $pathway, array $listed, string $language, ?WP_Post $post): void
{
    $saved = wp_insert_post(wp_slash([
        'ID' => $post->ID ?? 0,
        'post_type' => 'pathway',
        'post_status' => 'publish',
        'post_title' => esc_html(ketjupaja_text($pathway['title'], $language)),
        'post_name' => sanitize_title($listed['slug'][$language] ?? $pathway['id']),
        'post_excerpt' => esc_html(ketjupaja_text($pathway['summary'] ?? [], $language)),
        'post_content' => ketjupaja_content($pathway, $language),
    ]), true);
    if (is_wp_error($saved)) {
        throw new RuntimeException($saved->get_error_message());
    }
    update_post_meta($saved, KETJUPAJA_ID, wp_slash($pathway['id']));
    update_post_meta($saved, KETJUPAJA_LANGUAGE, $language);
    update_post_meta($saved, KETJUPAJA_REVISION, wp_slash($listed['revision']));
}

/** Posts whose pathway is no longer published become drafts. */
function ketjupaja_take_offline(array $ids, string $language): int
{
    $gone = 0;
    $posts = get_posts([
        'post_type' => 'pathway',
        'post_status' => 'publish',
        'numberposts' => -1,
        'meta_query' => [['key' => KETJUPAJA_LANGUAGE, 'value' => $language]],
    ]);
    foreach ($posts as $post) {
        if (!in_array(get_post_meta($post->ID, KETJUPAJA_ID, true), $ids, true)) {
            wp_update_post(['ID' => $post->ID, 'post_status' => 'draft']);
            $gone++;
        }
    }
    return $gone;
}

/** The customer's text as HTML: every text escaped, links only of the four kinds. */
function ketjupaja_content(array $pathway, string $language): string
{
    $channels = array_column($pathway['channels'] ?? [], null, 'id');
    $titles = array_column($pathway['stages'], 'title', 'id');
    $html = ketjupaja_blocks($pathway['emergency'] ?? [], $language)
        . ketjupaja_blocks($pathway['howToGetHelp'] ?? [], $language);
    foreach ($pathway['stages'] as $stage) {
        $html .= sprintf(
            '<h2 id="stage-%s">%s</h2>',
            esc_attr($stage['id']),
            esc_html(ketjupaja_text($stage['title'] ?? [], $language)),
        );
        $html .= ketjupaja_blocks($stage['whatHappens'] ?? [], $language);
        $html .= ketjupaja_blocks($stage['whatYouCanDo'] ?? [], $language);
        $items = '';
        foreach ($stage['channels'] ?? [] as $id) {
            $items .= isset($channels[$id]) ? ketjupaja_channel($channels[$id], $language) : '';
        }
        $html .= $items ? "<ul>$items</ul>" : '';
        $onward = '';
        foreach ($pathway['edges'] as $edge) {
            if ($edge['from'] === $stage['id']) {
                $condition = esc_html(ketjupaja_text($edge['condition'] ?? [], $language));
                $onward .= sprintf(
                    '<li>%s<a href="#stage-%s">%s</a></li>',
                    $condition ? "$condition: " : '',
                    esc_attr($edge['to']),
                    esc_html(ketjupaja_text($titles[$edge['to']] ?? [], $language)),
                );
            }
        }
        $html .= $onward ? "<ul>$onward</ul>" : '';
    }
    return $html;
}

function ketjupaja_channel(array $channel, string $language): string
{
    $parts = [];
    foreach ($channel['contacts'] ?? [] as $contact) {
        $words = esc_html($contact['value'] ?? '') ?: esc_html(ketjupaja_text($contact['text'] ?? [], $language));
        // esc_url gives an empty string for any other kind of address.
        $link = esc_url($contact['link'] ?? '', ['http', 'https', 'mailto', 'tel']);
        $parts[] = $link ? sprintf('<a href="%s">%s</a>', $link, $words) : $words;
    }
    $name = esc_html(ketjupaja_text($channel['name'] ?? [], $language));
    return '<li>' . $name . ': ' . implode(', ', array_filter($parts)) . '</li>';
}

/** Paragraphs, and lists of lines that begin with "- ". */
function ketjupaja_blocks(array $text, string $language): string
{
    $html = '';
    foreach (preg_split('/\n{2,}/', ketjupaja_text($text, $language)) as $block) {
        $lines = array_filter(array_map('trim', explode("\n", $block)), static fn ($line) => $line !== '');
        if (!$lines) {
            continue;
        }
        $is_list = array_filter($lines, static fn ($line) => !str_starts_with($line, '- ')) === [];
        $html .= $is_list
            ? '<ul><li>' . implode('</li><li>', array_map(static fn ($line) => esc_html(substr($line, 2)), $lines)) . '</li></ul>'
            : '<p>' . implode('<br>', array_map('esc_html', $lines)) . '</p>';
    }
    return $html;
}

/** The words in a language, else the first there are. */
function ketjupaja_text(array $text, string $language): string
{
    return (string) ($text[$language] ?? reset($text) ?: '');
}
