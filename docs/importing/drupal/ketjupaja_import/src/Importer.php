<?php

declare(strict_types=1);

namespace Drupal\ketjupaja_import;

use Drupal\Component\Utility\Html;
use Drupal\Component\Utility\UrlHelper;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\node\NodeInterface;
use GuzzleHttp\ClientInterface;

/**
 * Makes and updates nodes from a published site, found by the pathway's id.
 */
final class Importer {

  private const SCHEMA = 'pathway-site/1';
  private const FORMAT = 'basic_html';

  public function __construct(
    private readonly ClientInterface $client,
    private readonly EntityTypeManagerInterface $entities,
  ) {}

  /**
   * Reads a whole site; returns how many were made or updated, and taken offline.
   */
  public function import(string $site, string $language): array {
    $site = rtrim($site, '/') . '/';
    $ids = [];
    $made = 0;
    foreach ($this->read($site . 'data/index.json')['pathways'] as $listed) {
      if (!isset($listed['url'][$language])) {
        continue;
      }
      $ids[] = $listed['id'];
      $node = $this->find($listed['id'], $language);
      if ($node && $node->get('field_ketjupaja_revision')->value === $listed['revision']) {
        continue;
      }
      // The name of a data file becomes part of an address.
      if (!preg_match('#^data/[a-z0-9-]+\.json$#', $listed['data'])) {
        throw new \RuntimeException('The list names a file that is none of its own.');
      }
      $this->save($this->read($site . $listed['data']), $listed, $language, $node);
      $made++;
    }
    return [$made, $this->takeOffline($ids, $language)];
  }

  private function read(string $address): array {
    $body = (string) $this->client->request('GET', $address, ['timeout' => 30])->getBody();
    $data = json_decode($body, TRUE, 64, JSON_THROW_ON_ERROR);
    if (!is_array($data) || ($data['schema'] ?? '') !== self::SCHEMA) {
      throw new \RuntimeException("$address is not " . self::SCHEMA);
    }
    return $data;
  }

  private function find(string $id, string $language): ?NodeInterface {
    $found = $this->entities->getStorage('node')->loadByProperties([
      'type' => 'pathway',
      'field_ketjupaja_id' => $id,
      'field_ketjupaja_language' => $language,
    ]);
    return $found ? reset($found) : NULL;
  }

  private function save(array $pathway, array $listed, string $language, ?NodeInterface $node): void {
    $node ??= $this->entities->getStorage('node')->create([
      'type' => 'pathway',
      'field_ketjupaja_id' => $pathway['id'],
      'field_ketjupaja_language' => $language,
    ]);
    // A title is plain text to Drupal, which escapes it where it is shown.
    $node->setTitle(mb_substr($this->text($pathway['title'], $language), 0, 255));
    $node->set('body', [
      'value' => $this->content($pathway, $language),
      'summary' => $this->text($pathway['summary'] ?? [], $language),
      'format' => self::FORMAT,
    ]);
    $node->set('field_ketjupaja_revision', $listed['revision']);
    $node->setPublished()->save();
  }

  /**
   * Unpublishes nodes whose pathway is no longer published.
   */
  private function takeOffline(array $ids, string $language): int {
    $gone = 0;
    $nodes = $this->entities->getStorage('node')->loadByProperties([
      'type' => 'pathway',
      'status' => 1,
      'field_ketjupaja_language' => $language,
    ]);
    foreach ($nodes as $node) {
      if (!in_array($node->get('field_ketjupaja_id')->value, $ids, TRUE)) {
        $node->setUnpublished()->save();
        $gone++;
      }
    }
    return $gone;
  }

  /**
   * Returns the customer's text as HTML: every text escaped.
   */
  private function content(array $pathway, string $language): string {
    $channels = array_column($pathway['channels'] ?? [], NULL, 'id');
    $titles = array_column($pathway['stages'], 'title', 'id');
    $html = $this->blocks($pathway['emergency'] ?? [], $language)
      . $this->blocks($pathway['howToGetHelp'] ?? [], $language);
    foreach ($pathway['stages'] as $stage) {
      $html .= '<h2 id="stage-' . Html::escape($stage['id']) . '">'
        . Html::escape($this->text($stage['title'] ?? [], $language)) . '</h2>'
        . $this->blocks($stage['whatHappens'] ?? [], $language)
        . $this->blocks($stage['whatYouCanDo'] ?? [], $language);
      $items = '';
      foreach ($stage['channels'] ?? [] as $id) {
        $items .= isset($channels[$id]) ? $this->channel($channels[$id], $language) : '';
      }
      $html .= $items ? "<ul>$items</ul>" : '';
      $onward = '';
      foreach ($pathway['edges'] as $edge) {
        if ($edge['from'] === $stage['id']) {
          $condition = Html::escape($this->text($edge['condition'] ?? [], $language));
          $onward .= '<li>' . ($condition ? "$condition: " : '')
            . '<a href="#stage-' . Html::escape($edge['to']) . '">'
            . Html::escape($this->text($titles[$edge['to']] ?? [], $language)) . '</a></li>';
        }
      }
      $html .= $onward ? "<ul>$onward</ul>" : '';
    }
    return $html;
  }

  private function channel(array $channel, string $language): string {
    $parts = [];
    foreach ($channel['contacts'] ?? [] as $contact) {
      $words = Html::escape($contact['value'] ?? '' ?: $this->text($contact['text'] ?? [], $language));
      $link = $contact['link'] ?? '';
      $is_safe = preg_match('#^(https?|mailto|tel):#', $link) === 1;
      $parts[] = $is_safe
        ? '<a href="' . Html::escape(UrlHelper::stripDangerousProtocols($link)) . '">' . $words . '</a>'
        : $words;
    }
    return '<li>' . Html::escape($this->text($channel['name'] ?? [], $language)) . ': '
      . implode(', ', array_filter($parts)) . '</li>';
  }

  /**
   * Returns paragraphs, and lists of lines that begin with "- ".
   */
  private function blocks(array $text, string $language): string {
    $html = '';
    foreach (preg_split('/\n{2,}/', $this->text($text, $language)) as $block) {
      $lines = array_values(array_filter(array_map('trim', explode("\n", $block)), static fn ($line) => $line !== ''));
      if (!$lines) {
        continue;
      }
      $is_list = array_filter($lines, static fn ($line) => !str_starts_with($line, '- ')) === [];
      $html .= $is_list
        ? '<ul><li>' . implode('</li><li>', array_map(static fn ($line) => Html::escape(substr($line, 2)), $lines)) . '</li></ul>'
        : '<p>' . implode('<br>', array_map(Html::escape(...), $lines)) . '</p>';
    }
    return $html;
  }

  private function text(array $text, string $language): string {
    return (string) ($text[$language] ?? (reset($text) ?: ''));
  }

}
